import type { GeneratedMail } from './generated-mail.ts';
import type { Random } from './random.ts';
import { STATISTICS } from './statistics.ts';
import type { Writer } from './words.ts';

/** A mail as it travels: the marks of the machines it passed, header and body, encoded as real mail is. */
export function mailText(random: Random, writer: Writer, mail: Omit<GeneratedMail, 'text'>, date: Date): string {
  const encoded = random.chance(STATISTICS.encodedWords);
  const name = encoded ? `=?utf-8?q?${mail.name.replace(' ', '_')}=C3=A9?=` : mail.name;
  const headers = [
    ...relays(random, date),
    `From: ${name} <${mail.name.toLowerCase().replace(' ', '.')}@example.org>`,
    'To: list@lists.example.org',
    `Cc: ${writer.name()} <a@example.org>, ${writer.name()} <b@example.org>,`,
    `\t${writer.name()} <c@example.org>`,
    `Subject: ${mail.subject}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${mail.id}`,
    ...(mail.references.length === 0
      ? []
      : [`In-Reply-To: ${mail.references.at(-1)}`, `References: ${mail.references.join('\n ')}`]),
    'MIME-Version: 1.0',
  ];
  return `${[...headers, ...entity(random, mail.body)].join('\n')}\n`;
}

function relays(random: Random, date: Date): string[] {
  const stamp = date.toUTCString().replace('GMT', '+0000');
  const hops = Array.from({ length: random.between(STATISTICS.relays.least, STATISTICS.relays.most) }, (_, hop) => [
    `Received: from relay${hop}.example.org (relay${hop}.example.org [192.0.2.${hop}])`,
    `\tby mx.example.org (Postfix) with ESMTPS id ${letters(random, 11)}`,
    `\tfor <list@lists.example.org>; ${stamp} (UTC)`,
  ]);
  const signed = Array.from({ length: 2 }, () => [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=mail;',
    `\th=from:subject:date:message-id:to:cc; bh=${letters(random, 43)}=;`,
    ...Array.from({ length: 5 }, (_, line) => `\t${line === 0 ? 'b=' : ' '}${letters(random, 64)}`),
  ]);
  const other = Array.from({ length: 12 }, (_, index) => `X-Example-${index}: ${letters(random, 48)}`);
  return [
    'Return-Path: <list-owner@lists.example.org>',
    ...hops.flat(),
    ...signed.flat(),
    ...other,
    'Precedence: bulk',
    'List-ID: <list.lists.example.org>',
  ];
}

function letters(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random.next() * 2 ** 31).toString(36);
  return text.slice(0, length);
}

/** Content fields, the blank line, and the body as it travels. */
function entity(random: Random, lines: readonly string[]): string[] {
  const charset = random.chance(STATISTICS.noCharset)
    ? ''
    : `; charset=${random.chance(STATISTICS.latin1) ? 'iso-8859-1' : 'utf-8'}`;
  const flowed = random.chance(STATISTICS.flowed) ? '; format=flowed' : '';
  const type = `Content-Type: text/plain${charset}${flowed}`;
  const draw = random.next();
  if (draw < STATISTICS.multipart) {
    const html = `<html><body><p>${lines.join(' ').replace(/[<>&]/g, ' ')}</p></body></html>`;
    return [
      'Content-Type: multipart/alternative; boundary="=-part"',
      '',
      '--=-part',
      type,
      '',
      ...lines,
      '--=-part',
      'Content-Type: text/html',
      '',
      html,
      '--=-part--',
    ];
  }
  if (draw < STATISTICS.multipart + STATISTICS.quotedPrintable) {
    return [
      type,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      ...lines.map((line) => line.replaceAll('=', '=3D').replace(/ $/, '=20')),
    ];
  }
  if (draw < STATISTICS.multipart + STATISTICS.quotedPrintable + STATISTICS.base64) {
    const packed =
      Buffer.from(lines.join('\n'))
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    return [type, 'Content-Transfer-Encoding: base64', '', ...packed];
  }
  return [
    type,
    'Content-Transfer-Encoding: 7bit',
    '',
    ...lines.map((line) => (line.startsWith('From ') ? `>${line}` : line)),
  ];
}
