import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attributeArchive } from '../attribution/index.ts';
import type { Archive, Line } from '../model/message.ts';
import { foldCopies, threadMessages } from '../threads/index.ts';
import { baseSubject } from '../threads/subject.ts';
import { bodyOf, mail, mailbox, read } from './__fixtures__/mail.ts';
import { readDate } from './dates.ts';
import { readArchive } from './index.ts';
import { readMailbox } from './mail/addresses.ts';
import { decodeWords } from './mail/encoded-words.ts';
import { readPlace } from './places.ts';

/**
 * What goes wrong with real archives, one test each, on mails of our own. The groups are those in which such traps come: files
 * and transport, headers and threads, bodies, pages.
 */

const SEPARATOR = 'From mo@example.org Fri Jun 13 10:30:00 2014\n';
const one = mail({ Subject: 'one', 'Message-ID': '<1@example.org>' }, 'first\n');
const two = mail({ Subject: 'two', 'Message-ID': '<2@example.org>' }, 'second\n');
const subjects = (text: string): string[] => read(text).messages.map(({ subject }) => subject);
const withField = (name: string, value: string, encoding: BufferEncoding = 'utf8'): Archive['messages'][number] => {
  const [message] = read(mail({ Subject: 'x', [name]: value }, 'y\n'), encoding).messages;
  if (message === undefined) throw new Error('no message was read');
  return message;
};
const withType = (type: string, body: string): Archive =>
  read(mail({ Subject: 'x', 'Content-Type': type }, body), 'latin1');
const linesOf = (text: string): Line[] =>
  attributeArchive(read(text))[0]?.lines.filter(({ zone }) => zone !== 'header') ?? [];
const parents = (...mails: string[]): (string | null)[] => {
  const { messages } = read(mailbox(...mails));
  const threads = threadMessages(messages);
  return messages.map(
    ({ id }) => threads.map((thread) => thread.parentOf(id)).find((parent) => parent !== null) ?? null,
  );
};
const reply = (number: number, fields: Readonly<Record<string, string>>): string =>
  mail({ Subject: 'Re: one', 'Message-ID': `<${number}@example.org>`, ...fields }, `words ${number}\n`);

describe('traps of files and transport', () => {
  it('1: a sentence that begins with "From " after a blank line does not cut a mail', () => {
    const body =
      'Hello,\n\nFrom here on it rains.\nFrom: the sky.\n\nFrom what I saw\nit was wet.\n\nFrom there:\nhttp://example.org/\n\nFrom\nNote: x\n';
    expect(subjects(`${SEPARATOR}${mail({ Subject: 'x' }, body)}`)).toEqual(['x']);
  });

  it('2: a separator without a blank line before it cuts all the same, if it has a date and a header', () => {
    expect(subjects(mailbox(one, two).replace('first\n\nFrom', 'first\nFrom'))).toEqual(['one', 'two']);
    expect(subjects(mailbox(one, two).replace('first\n\nFrom', 'first\nFrom time to time from'))).toEqual(['one']);
  });

  it('3: an escaped >From is text at the depth that it had, in mboxo and in mboxrd, and a quoted one is quoted', () => {
    const body = '>From here on it rains.\n\nAl wrote:\n> words\n>>From there\n> more\n';
    const depths = linesOf(`${SEPARATOR}${mail({ Subject: 'x' }, body)}\n`).map(({ depth, raw }) => `${depth} ${raw}`);
    expect(depths.slice(0, 1)).toEqual(['0 >From here on it rains.']);
    expect(depths).toContain('1 >>From there');
  });

  it('4: a Content-Length is believed only if the next mail begins there', () => {
    const body = `Look:\n\n${SEPARATOR}${one}`;
    const told = (length: number): string[] => {
      const first = mail({ Subject: 'first', 'Content-Length': String(length) }, body);
      return subjects(`${SEPARATOR}${first}\n${SEPARATOR}${two}`);
    };
    expect(told(body.length)).toEqual(['first', 'two']);
    for (const lie of [3, body.length - 9, 99_999]) expect(told(lie)).toEqual(['first', 'one', 'two']);
  });

  it('5: a separator may mask the address, hold letters beyond ASCII, or lack a date', () => {
    for (const separator of [
      'mo at example.org  Mon Apr 19 13:48:27 2004',
      '“mo”@example.org Fri Jun 13 10:30:00 2014',
      '-',
    ]) {
      expect(subjects(`From ${separator}\n${one}\nFrom ${separator}\n${two}`)).toEqual(['one', 'two']);
    }
  });

  it('6: a doubled separator opens one mail, and the fences of MMDF none of their own', () => {
    expect(subjects(`From - Fri Jun 13 10:30:00 2014\n${SEPARATOR}${one}\n${SEPARATOR}>${SEPARATOR}${two}`)).toEqual([
      'one',
      'two',
    ]);
    const fence = '\x01\x01\x01\x01\n';
    expect(subjects(`${fence}${SEPARATOR}${one}${fence}${fence}${two}${fence}`)).toEqual(['one', 'two']);
  });

  it('7: gzip of several members is read whole, and a .gz that is none as what it is', () => {
    const members = Buffer.concat([gzipSync(mailbox(one)), gzipSync(mailbox(two))]);
    expect(readArchive(members, '2014-June.txt').messages).toHaveLength(2);
    expect(readArchive(Buffer.from(mailbox(one, two)), '2014-June.txt.gz').messages).toHaveLength(2);
  });

  it('8: CRLF, CR alone and NUL change no line and no number', () => {
    const plain = read(mailbox(one, two));
    for (const end of ['\r\n', '\r']) {
      const other = read(mailbox(one, two).replaceAll('\n', end));
      expect(other.messages.map(({ lines }) => lines)).toEqual(plain.messages.map(({ lines }) => lines));
    }
    expect(bodyOf(read(mail({ Subject: 'x' }, 'a\0b\n')))).toEqual(['a\uFFFDb']);
  });

  it('9: a public-inbox repository keeps what was deleted, lacks what is missing, and its own dates count for nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-trap-'));
    const git = (...args: string[]): void => {
      const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
      const date = '2001-01-01T00:00:00 +1400';
      const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      expect(spawnSync('git', ['-C', folder, ...who, ...args], { env }).status).toBe(0);
    };
    try {
      git('init', '-q');
      const dated = mail({ Subject: 'dated', Date: 'Fri, 13 Jun 2014 10:30:00 -0700' }, 'x\n');
      for (const [path, text] of [
        ['m', dated],
        ['m', two],
        ['other', 'no mail'],
      ] as const) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, path), text);
        git('add', '-A');
        git('commit', '-q', '-m', 'x');
      }
      git('mv', 'm', 'd');
      git('commit', '-q', '-m', 'x');
      const [document] = [...readPlace(folder)];
      const messages = document !== undefined && 'archive' in document ? document.archive.messages : [];
      expect([...new Set(messages.map(({ subject }) => subject))]).toEqual(['dated', 'two']);
      expect(messages[0]?.date).toBe('2014-06-13T17:30:00Z');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('10: a mail that is there several times is one, by its id or by sender, second and words', () => {
    const dated = { Subject: 'x', Date: 'Fri, 13 Jun 2014 10:30:00 -0700' };
    const copies = ['<a@b>', '<a@b>', '<c@d>'].map((id) => mail({ ...dated, 'Message-ID': id }, 'the same words\n'));
    expect(foldCopies(read(mailbox(...copies)).messages).originals).toHaveLength(1);
  });

  it('11: the same id with another body is a variant of the first, which is kept', () => {
    const { messages } = read(mailbox(one, one.replace('first', 'first\n_____\nlist footer')));
    const { originals, copyOf } = foldCopies(messages);
    expect(originals).toEqual([messages[0]]);
    expect([...copyOf.keys()]).toEqual([messages[1]]);
  });

  it('12: a mail of megabytes, a quotation of 66,000 lines in it, is read', () => {
    const huge = mail(
      { Subject: 'huge' },
      `Al wrote:\n${'> word word word word word word word\n'.repeat(66_000)}own\n`,
    );
    expect(linesOf(huge).filter(({ depth }) => depth === 1)).toHaveLength(66_000);
  });

  it('13: a bomb of nesting ends at a limit, with a word', () => {
    const bomb = `From: a@example.org\nSubject: x\n${'Content-Type: message/rfc822\n\n'.repeat(500)}deepest\n`;
    const { messages, problems } = read(bomb);
    expect(messages.length).toBeLessThan(80);
    expect(problems.map(({ code }) => code)).toContain('nested-too-deep');
    expect(messages.at(-1)?.lines.map(({ text }) => text)).toContain('deepest');
  });
});

describe('traps of headers and threads', () => {
  it.each([
    ['"y"', 'Ã¼'],
    ['x-unknown', 'Ã¼'],
    ['unknown-8bit', 'ü'],
    ['_iso-2022-jp$ESC', '\x1b$B$"\x1b(B'],
    ['utf-8; charset=utf-8', 'Ã¼'],
    ['"charset=utf-8"', 'Ã¼'],
  ])('14: the charset %s is no reason to lose a letter', (charset, bytes) => {
    expect(bodyOf(withType(`text/plain; charset=${charset}`, bytes))[0]).toMatch(/^[üあ]$/);
  });

  it('15: raw letters of eight bits in a header are read, and a name encoded twice is put right if it can be', () => {
    expect(withField('From', 'J\xf6rn <j@example.org>', 'latin1').from?.name).toBe('Jörn');
    expect(withField('From', 'JÃ¶rn <j@example.org>').from?.name).toBe('Jörn');
    // Nothing tells what stood there.
    expect(withField('From', 'JÃrn <j@example.org>').from?.name).toBe('JÃrn');
    expect(withField('From', 'Ã‰va Ünal <e@example.org>').from?.name).toBe('Ã‰va Ünal');
  });

  it('16: encoded words that are split inside a character, folded, or in GBK are one text', () => {
    expect(decodeWords('=?utf-8?b?asM=?= =?utf-8?b?tnJu?=')).toBe('jörn');
    expect(withField('Subject', '=?gbk?q?=D6?=\n =?gbk?q?=D0?=').subject).toBe('中');
    expect(withField('From', '=?GB2312?B?1dTQ?= =?GB2312?B?xA==?= <x@example.org>').from?.name).toBe('赵心');
  });

  it.each([
    ['Fri, 13 Jun 2014 10:30:00 +1', '2014-06-13T09:30:00Z'],
    ['Fri, 13 Jun 2014 10:30:00 -700', '2014-06-13T17:30:00Z'],
    ['Fri, 13 Jun 2014 10:30:00 --500', '2014-06-13T15:30:00Z'],
    ['Fri, 13 Jun 2014 10:30:00 +0480', '2014-06-13T05:10:00Z'],
    ['Fri, 13 Jun 2014 10:30:00 +71685', '2014-06-13T10:30:00Z'],
    ['Fri, 13 Jun 100 10:30:00 GMT', '2000-06-13T10:30:00Z'],
    ['Fri, 13 Jun 14 10:30:00 GMT', '2014-06-13T10:30:00Z'],
    ['Fri, 13 Jun 2014 10:30:00 CEST', '2014-06-13T08:30:00Z'],
    ['Fri, 13 Jun 2014 10:30:00', '2014-06-13T10:30:00Z'],
    ['Fri, 13 Jun 2014 at 10h', null],
  ])('17: the date %j is %j', (written, instant) => {
    expect(readDate(written)).toBe(instant);
  });

  it('17: a date that is missing or nonsense is that of Received, then of the separator, and that is told', () => {
    const received = { Received: 'from a by b; Sat, 14 Jun 2014 08:00:00 +0000' };
    const date = (fields: Readonly<Record<string, string>>, separator = ''): unknown => {
      const { messages, problems } = read(`${separator}${mail({ Subject: 'x', ...fields }, 'y\n')}`);
      return [messages[0]?.date, problems.map(({ code }) => code)];
    };
    expect(date({ Date: 'at 10h', ...received }, SEPARATOR)).toEqual(['2014-06-14T08:00:00Z', ['date-guessed']]);
    expect(date({}, SEPARATOR)).toEqual(['2014-06-13T10:30:00Z', ['date-guessed']]);
    expect(date({}, 'From mboxrd@z Thu Jan  1 00:00:00 1970\n')).toEqual([null, []]);
  });

  it.each([
    ['<a@b> (added by example.org)', '<a@b>'],
    ['<a@b', '<a@b>'],
    ['a@b>', '<a@b>'],
    ['a@b', '<a@b>'],
  ])('18: the Message-ID %j is %s', (written, id) => {
    expect(withField('Message-ID', written).id).toBe(id);
  });

  it('18: a mail without Message-ID is named by its bytes, always the same', () => {
    const [first, again] = [withField('X', 'y').id, withField('X', 'y').id];
    expect(first).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(again).toBe(first);
  });

  it.each([
    ['Your message of "Fri, 13 Jun 2014" <a@b>', '<a@b>'],
    ['<a@b> <c@d>', '<a@b>'],
    ['mumble mumble', null],
    ['Mo’s message of Friday', null],
  ])('19: of In-Reply-To %j the id is %j', (written, id) => {
    expect(withField('In-Reply-To', written).inReplyTo).toBe(id);
  });

  it('20: an answer without In-Reply-To is placed by its references, without both by its subject, which is told', () => {
    expect(parents(one, reply(3, { References: '<1@example.org>' }))).toEqual([null, '<1@example.org>']);
    const { messages } = read(mailbox(one, reply(3, {})));
    expect(threadMessages(messages)[0]?.linkOf('<3@example.org>')).toBe('subject');
  });

  it('21: circles of references are cut, and long or broken ones do no harm', () => {
    const circle = [reply(3, { 'In-Reply-To': '<4@example.org>' }), reply(4, { 'In-Reply-To': '<3@example.org>' })];
    expect(parents(...circle).filter((parent) => parent === null)).toHaveLength(1);
    expect(parents(reply(5, { References: '<5@example.org>' }))).toEqual([null]);
    const many = Array.from({ length: 22 }, (_, at) => `<lost${at}@example.org>`).join('\n ');
    expect(parents(one, reply(6, { References: `<1@example.org>\n ${many}\n <cut-in-the-mid` }))).toEqual([
      null,
      '<1@example.org>',
    ]);
  });

  it('22: a thread that drifts or is hijacked stays one thread, each mail with its own subject', () => {
    const drift = reply(3, { Subject: 'Caches (was: one)', 'In-Reply-To': '<1@example.org>' });
    const { messages } = read(mailbox(one, drift));
    expect(threadMessages(messages)).toHaveLength(1);
    expect(messages[1]?.subject).toBe('Caches (was: one)');
  });

  it.each([
    ['AW: [list] one', true],
    ['SV: one', true],
    ['RE[2]: one', true],
    ['Re^3: one', true],
    ['[list] Re: [other] one', true],
    // A recall is about a mail and answers none.
    ['Rückruf: one', false],
  ])('23: the prefixes and tags of %j are seen through; it is an answer: %s', (written, answers) => {
    const subject = `=?utf-8?b?${Buffer.from(written).toString('base64')}?=`;
    expect(baseSubject(withField('Subject', subject).subject)).toBe('one');
    expect(parents(one, reply(3, { Subject: subject }))[1]).toBe(answers ? '<1@example.org>' : null);
  });

  it('24: a mail that the list rewrote is its author’s, by X-Original-From, or by name and Reply-To', () => {
    const rewritten = { From: '"Mo Example via talk" <talk@lists.example.org>' };
    const from = (fields: Readonly<Record<string, string>>): unknown =>
      read(mail({ ...rewritten, Subject: 'x', ...fields }, 'y\n')).messages[0]?.from;
    const mo = read(mail({ Subject: 'x' }, 'y\n')).messages[0]?.from;
    expect(mo).toMatchObject({ name: 'Mo Example', mailbox: expect.any(String) });
    expect(from({ 'X-Original-From': 'Mo Example <mo@example.org>' })).toEqual(mo);
    expect(from({ 'Reply-To': 'Mo Example <mo@example.org>' })).toEqual(mo);
    expect(from({ 'Reply-To': 'talk@lists.example.org' })).toEqual({ name: 'Mo Example' });
  });

  it('25: a name may stand turned round, in a comment, or with a title', () => {
    expect(readMailbox('"Example, Mo" <mo@example.org>')?.name).toBe('Mo Example');
    expect(readMailbox('mo@example.org (Mo Example)')?.name).toBe('Mo Example');
    expect(readMailbox('"Example, Ph.D." <mo@example.org>')?.name).toBe('Example, Ph.D.');
  });

  it('26: a masked address is undone where nothing is invented, and left out where it would be', () => {
    expect(readMailbox('mo at example.org (Mo Example)')).toEqual({ name: 'Mo Example', address: 'mo@example.org' });
    for (const masked of ['mo@...mple.org', 'xxxx', '[email protected]', 'mo_at_[hidden]']) {
      expect(readMailbox(`Mo Example <${masked}>`)?.name).toBe('Mo Example');
    }
    expect(readMailbox('Mo Example <[email protected]>')?.address).toBeUndefined();
  });
});

describe('traps of bodies', () => {
  it('27: flowed text keeps its depths, also with DelSp, where its lines are joined', () => {
    const flowed = (parameters: string): Line[] =>
      linesOf(
        mail({ Subject: 'x', 'Content-Type': `text/plain; format=flowed${parameters}` }, '> a \n> b\n>> c \nd \ne\n'),
      );
    expect(flowed('').map(({ depth }) => depth)).toEqual([1, 1, 2, 0, 0]);
    expect(flowed('; delsp=yes').map(({ depth, raw }) => `${depth} ${raw}`)).toEqual(['1 > ab', '2 >> c', '0 de']);
  });

  it('28: a patch labelled as flowed keeps its lines', () => {
    const patch = ['diff --git a/x b/x', '--- a/x ', '+++ b/x ', '@@ -1 +1 @@ ', '-a ', '+b '];
    expect(bodyOf(withType('text/plain; format=flowed; delsp=yes', `${patch.join('\n')}\n`))).toEqual(patch);
  });

  it('29: broken quoted-printable, and base64 with text behind it, are read as far as they go', () => {
    const encoded = (encoding: string, body: string): string[] =>
      bodyOf(read(mail({ Subject: 'x', 'Content-Transfer-Encoding': encoding }, body)));
    expect(encoded('quoted-printable', 'a=b =zz c=3D=')).toEqual(['a=b =zz c=']);
    expect(encoded('base64', `${Buffer.from('words\n').toString('base64')}\n_____\na footer, plain.\n`)).toEqual([
      'words',
    ]);
  });

  it('30: UTF-8 under the label us-ascii, or under none, is UTF-8', () => {
    for (const type of ['text/plain; charset=us-ascii', 'text/plain'])
      expect(bodyOf(withType(type, 'Ã¼'))).toEqual(['ü']);
  });

  it('31: a text in two parts is read in one piece with the patch beside it', () => {
    const patch = 'Content-Type: text/x-patch\nContent-Disposition: attachment; filename=x.patch\n\n--- a\n+++ b';
    const parts = ['\nwords', patch, '\nlist footer'].map((part) => `--b\n${part}\n`).join('');
    expect(bodyOf(withType('multipart/mixed; boundary=b', `${parts}--b--\n`))).toEqual([
      'words',
      '--- a',
      '+++ b',
      'list footer',
    ]);
  });

  it('32: of a plain text flattened into endless lines the HTML is read instead', () => {
    const flat = `--b\nContent-Type: text/plain\n\n${'all in one line '.repeat(40)}\n`;
    const rich = '--b\nContent-Type: text/html\n\n<blockquote>one</blockquote><p>two</p>\n';
    expect(bodyOf(withType('multipart/alternative; boundary=b', `${flat}${rich}--b--\n`))).toEqual([
      '> one',
      '',
      'two',
    ]);
  });

  it('33: a plain text without the quotation that its HTML has is read as it is: there is nothing to own', () => {
    const plain = '--b\nContent-Type: text/plain\n\nMy answer.\n';
    const rich = '--b\nContent-Type: text/html\n\n<p>My answer.<blockquote>Your words.</blockquote>\n';
    const lines = linesOf(
      mail({ Subject: 'x', 'Content-Type': 'multipart/alternative; boundary=b' }, `${plain}${rich}--b--\n`),
    );
    expect(lines.map(({ raw, speaker }) => `${speaker}: ${raw}`)).toEqual(['Mo Example: My answer.']);
  });

  it('34: PGP around a text is no text, what is inside is, and a dash before a dash is seen through', () => {
    const body = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nwords\n\n- -- \nMo\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n`;
    const zones = linesOf(mail({ Subject: 'x' }, body)).map(({ zone, raw }) => `${zone} ${raw}`);
    expect(zones).toContain('prose words');
    expect(zones).toContain('signature - -- ');
    expect(zones).toContain('signature iQ');
    const broken = `--b\n\nwords\n--b\nContent-Type: application/pgp-signature; name="x\n\niQ\n--b--\n`;
    expect(bodyOf(withType('multipart/signed; boundary=b; protocol=pgp', broken))).toEqual(['words']);
  });

  it('35: a byte order mark before the first line hides neither mail nor mailbox', () => {
    for (const text of [one, mailbox(one, two)]) {
      const { format, messages } = read(`\uFEFF${text}`);
      expect(format).toBe(read(text).format);
      expect(messages.map(({ subject, from }) => `${subject} ${from?.name}`)[0]).toBe('one Mo Example');
    }
  });

  it.each(['\uFEFF', '\u200B'])('35: an invisible %j before a mark hides it from nobody', (sign) => {
    expect(linesOf(mail({ Subject: 'x' }, `${sign}> quoted\nown\n`)).map(({ depth }) => depth)).toEqual([1, 0]);
  });
});

describe('traps of pages and digests', () => {
  it('59: a digest is cut at its rules where a header follows, and nowhere else', () => {
    const enclosed = 'From: Al Other <al@example.org>\nSubject: inner\nDate: x\n\nwords\n';
    const text = mail(
      { Subject: 'List Digest, Vol 1' },
      `Topics\n\n${'-'.repeat(70)}\n\n${enclosed}\n${'-'.repeat(30)}\n\nno header\n`,
    );
    expect(read(text).messages.map(({ from }) => from?.name)).toEqual(['Mo Example', 'Al Other']);
  });

  it('60a: pipermail’s reply link names the mail itself in brackets, and its parent without', () => {
    const page = (id: string): string =>
      `<HTML><H1>x</H1><B>Mo</B><A HREF="mailto:l?In-Reply-To=${id}">mo</A><I>Fri Jun 13 10:30:00 UTC 2014</I><!--beginarticle--><PRE>own</PRE><!--endarticle--></HTML>`;
    expect(read(page('%3C1%40b%3E')).messages[0]).toMatchObject({ id: '<1@b>', inReplyTo: null });
    expect(read(page('1%40b')).messages[0]).toMatchObject({ inReplyTo: '<1@b>' });
  });

  it('61: what a page adds around a mail is nobody’s words', () => {
    const speakers = (text: string, furniture: string): unknown => {
      const line = attributeArchive(read(text))
        .flatMap(({ lines }) => lines)
        .find(({ raw }) => raw.includes(furniture));
      return [line?.zone === 'navigation' || line?.zone === 'footer', line?.speaker];
    };
    const header = 'Message-ID: <1@b>\nDate: x\nFrom: Mo <mo@b>\nSubject: x\n';
    expect(speakers(`x\n${header}\nwords\n\n[<prev] [next>]\n`, '[<prev]')).toEqual([true, null]);
    const thread =
      '* x\nFrom: Mo @ 2014-06-13 10:30 UTC (permalink / raw)\n\nwords\n\n^ permalink raw reply\t[flat|nested]\n';
    expect(speakers(thread, 'permalink raw reply')).toEqual([true, null]);
    const comment = 'x\nPosted Feb 17, 2009 18:12 UTC (Tue) by mo (guest, #1)\n[Link] (0 responses)\nwords\n';
    expect(speakers(comment, '[Link]')).toEqual([true, null]);
  });

  it('61: what Mailman wrote in place of a part is nobody’s words, and a part that it left in is its author’s', () => {
    const rule = `${'-'.repeat(14)} next part ${'-'.repeat(14)}`;
    const notice = 'A non-text attachment was scrubbed...\nName: x.png\nType: image/png\nURL: <http://example.org/x>';
    const text = mail({ Subject: 'x' }, `words\n${rule}\n${notice}\n${rule}\nmore words\n`);
    const speakers = linesOf(text).map(({ speaker, raw }) => `${speaker}: ${raw.slice(0, 12)}`);
    expect(speakers.filter((line) => line.startsWith('Mo'))).toEqual(['Mo Example: words', 'Mo Example: more words']);
  });

  it('62: a page that may have lost lines says so, and a mail that has lost none does not', () => {
    const page = 'A subject\nMo Example mo at example.org\nFri Jun 13 10:30:00 UTC 2014\nwords\n';
    expect(read(page).messages[0]?.lossy).toBe(true);
    expect(read(one).messages[0]?.lossy).toBeUndefined();
  });
});
