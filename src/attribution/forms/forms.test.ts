import { describe, expect, it } from 'vitest';
import { readHeaderBlock } from './header-block.ts';
import { readAttribution } from './index.ts';

describe('an attribution line names the writer', () => {
  it.each([
    ['On Fri, 2014-06-13 at 10:30 -0700, Mo Example wrote:', 'Mo Example'],
    ['On Fri, Jun 13, 2014 at 11:56:08AM -0500, Mo Example wrote:', 'Mo Example'],
    ['On Wed, 11 Jun 2014, Mo Example wrote:', 'Mo Example'],
    ['Mo Example wrote:', 'Mo Example'],
    ['mo wrote:', 'mo'],
    ['On Tue, Jan 16, 2018 at 10:52 PM, Mo Example <mo@xxxxxxxxxxxxx> wrote:', 'Mo Example'],
    ['On Tuesday, Feb 11, 2003, at 01:35 America/New_York, Mo Example wrote:', 'Mo Example'],
    ['On Thu 13-06-14 10:30:12, Jan Example wrote:', 'Jan Example'],
    ['On 2/22/22 9:46 AM, Mo Example wrote:', 'Mo Example'],
    ['At Fri, 13 Jun 2014 10:30:00 +0200, Mo Example wrote:', 'Mo Example'],
    ['In article <1@example.org>, Mo Example <mo@example.org> writes:', 'Mo Example'],
    ['Mo Example said the following on 3/4/2020 10:30:', 'Mo Example'],
    ['"Example, Mo" <mo@example.org> wrote on 3/4/2020 10:30:', 'Mo Example'],
    ['* Mo Example <mo@example.org> [250529 17:14]:', 'Mo Example'],
    ['Mo Example <mo@example.org> [21. May 2021]:', 'Mo Example'],
    ['Mo Example [Mon, Apr 19, 2004 at 02:03:51PM -0400]:', 'Mo Example'],
    ['Quoting Mo Example <mo@example.org>:', 'Mo Example'],
    ['>>>>> "ME" == Mo Example <mo@example.org> writes:', 'Mo Example'],
    ['Am 13.06.2014 um 10:30 schrieb Mo Muster:', 'Mo Muster'],
    ['Am Freitag, den 13.06.2014, 10:30 +0200 schrieb Mo Muster:', 'Mo Muster'],
    ['Le ven. 13 juin 2014 à 10:30, Jean Exemple <jean@example.org> a écrit :', 'Jean Exemple'],
    ['El vie, 13 jun 2014 a las 10:30, Juan Ejemplo (<juan@example.org>) escribió:', 'Juan Ejemplo'],
    ['Em sex., 13 de jun. de 2014 às 10:30, João Exemplo <j@example.org> escreveu:', 'João Exemplo'],
    ['Il giorno ven 13 giu 2014 alle ore 10:30 Gino Esempio <g@example.org> ha scritto:', 'Gino Esempio'],
    ['Op vr 13 jun. 2014 om 10:30 schreef Jan Voorbeeld <j@example.org>:', 'Jan Voorbeeld'],
    ['Den fre 13 juni 2014 kl 10:30 skrev Sven Exempel <s@example.org>:', 'Sven Exempel'],
    ['pe 13. kesäk. 2014 klo 10.30 Matti Esimerkki (m@example.org) kirjoitti:', 'Matti Esimerkki'],
    ['W dniu 13.06.2014 o 10:30, Jan Przykład pisze:', 'Jan Przykład'],
    ['po 13. 6. 2014 v 10:30 odesílatel Jan Příklad <j@example.org> napsal:', 'Jan Příklad'],
    ['Mo Example <mo@example.org> ezt írta (időpont: 2022. jan. 3., H, 10:30):', 'Mo Example'],
    ['Mo Example <mo@example.org>, 3 Oca 2022 Pzt, 10:30 tarihinde şunu yazdı:', 'Mo Example'],
    ['13.06.2014 10:30, Иван Пример пишет:', 'Иван Пример'],
    ['пт, 13 июн. 2014 г. в 10:30, Иван Пример <i@example.org>:', 'Иван Пример'],
    ['2024年8月13日(火) 19:27 山田 太郎 <t@example.org>:', '山田 太郎'],
    ['在 2022/2/22 星期二 上午 3:59, Mo Example 写道:', 'Mo Example'],
    ['张三 <z@example.org> 于2022年1月3日周一 10:30写道：', '张三'],
    ['2022년 1월 3일 (월) 오전 10:30, 홍길동 <h@example.org>님이 작성:', '홍길동'],
    ['[quote="mo, post:3, topic:5"]', 'mo'],
  ])('%s', (line, name) => {
    expect(readAttribution(line)?.name).toBe(name);
  });

  it('or only the address', () => {
    expect(readAttribution('On 3/4/2020 10:30, <mo@example.org> wrote:')).toEqual({
      name: null,
      address: 'mo@example.org',
      dated: true,
    });
  });

  it.each([
    'On the other hand, somebody once wrote:',
    'As I wrote:',
    'The manual says:',
    'The C standard says:',
    'Then he said:',
    'It says:',
    'He wrote two drivers.',
    'Then run this:',
    'switch (x) { case 1:',
    `On ${'very '.repeat(200)}long ago, Mo wrote:`,
  ])('but a sentence names nobody: %s', (line) => {
    expect(readAttribution(line)).toBeNull();
  });
});

describe('a quoted header names the writer', () => {
  it.each([
    ['-----Original Message-----', 'From: Mo Example [mailto:mo@example.org]', 'Sent: Friday, June 13, 2014', 'To: x'],
    ['-----Ursprüngliche Nachricht-----', 'Von: Mo Example <mo@example.org>', 'Gesendet: Freitag'],
    ['________________________________', 'De : Mo Example', 'Envoyé : vendredi 13 juin', 'À : x'],
    ['From: Mo Example', 'Sent: Friday', 'To: x', 'Subject: y'],
    ['*From:* Mo Example <mo@example.org>', '*Sent:* Friday', '*To:* x'],
    ['---------- Forwarded message ---------', 'From: Mo Example <mo@example.org>', 'Date: Fri', 'Subject: y'],
    ['Begin forwarded message:', '', 'From: Mo Example', 'Date: Fri'],
    ['От: Mo Example', 'Отправлено: пятница', 'Кому: x'],
    ['发件人: Mo Example', '发送时间: 2014', '收件人: x'],
    [
      '-----Original Message-----',
      'From: list-bounces@example.org',
      '[mailto:list-bounces@example.org]On Behalf Of Mo',
      'Example',
      'Sent: x',
      'To: y',
    ],
  ])('%s / %s', (...lines) => {
    expect(readHeaderBlock([...lines, '', 'words'])).toMatchObject({ name: 'Mo Example', length: lines.length });
  });

  it.each([
    [['From: here to there', 'it rains']],
    [['-----BEGIN PGP SIGNED MESSAGE-----', 'Hash: SHA1']],
    [['Message-ID: <1@example.org>', 'From: Mo', 'To: x', 'Subject: y']],
    [['From: Mo', 'Received: from a by b', 'To: x', 'Subject: y']],
    [['-----------------------------', 'a table', '-----------------------------']],
  ])('but not in %j', (lines) => {
    expect(readHeaderBlock(lines)).toBeNull();
  });
});
