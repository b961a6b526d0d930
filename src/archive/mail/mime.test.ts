import { describe, expect, it } from 'vitest';
import { attributeArchive } from '../../attribution/index.ts';
import { extractPositions } from '../../extraction/index.ts';
import { evidenceFor, foldedSlice } from '../../model/quote.ts';
import { bodyOf, mail, read } from '../__fixtures__/mail.ts';
import { decodeWords } from './encoded-words.ts';
import { joinFlowed } from './flowed.ts';
import { readParameters } from './parameters.ts';

const textMail = (type: string, body: string, more: Readonly<Record<string, string>> = {}): string =>
  mail({ Subject: 'x', 'Content-Type': type, ...more }, body);
const depths = (text: string): string[] =>
  attributeArchive(read(text))[0]
    ?.lines.filter(({ zone }) => zone !== 'header')
    .map(({ depth, raw }) => `${depth} ${raw}`) ?? [];
const problems = (text: string): string[] => read(text).problems.map(({ code, message }) => `${code}: ${message}`);

describe('parameters', () => {
  it.each([
    ['a charset and a language', "text/plain; charset*=us-ascii'en'utf-8", 'charset', 'utf-8'],
    ['pieces in any order', "x/y; name*1=\"isn't it\"; name*0*=us-ascii'en'%2A%20", 'name', "* isn't it"],
    ['a piece of bytes beyond ASCII', "x/y; name*0*=utf-8''%e2%82; name*1*=%ac", 'name', '€'],
    ['both forms', 'x/y; name="old"; name*=utf-8\'\'new', 'name', 'new'],
    ['the same twice', 'text/plain; charset=utf-8; charset=x', 'charset', 'utf-8'],
    ['a semicolon in quotation marks', 'x/y; name="a;b"', 'name', 'a;b'],
    ['broken octets', "x/y; name*=utf-8''%zz%", 'name', '%zz%'],
  ])('with %s (RFC 2231)', (_, value, name, expected) => {
    expect(readParameters(value).parameters.get(name)).toBe(expected);
  });

  it('give the boundary of parts in pieces', () => {
    const text = textMail('multipart/mixed; boundary*0=b; boundary*1=c', '--bc\n\none\n--bc--\n');
    expect(bodyOf(read(text))).toEqual(['one']);
  });
});

describe('encoded words', () => {
  it.each([
    ['=?utf-8?b?asM=?= =?utf-8?b?tnJu?=', 'jörn'],
    ['=?utf-8?q?j=C3?=\t=?UTF-8?Q?=B6rn?=', 'jörn'],
    ['=?gb2312?B?1tA=?= x', '中 x'],
    ['=?iso-2022-kr?B?GyQpQw4wIQ8=?=', '가'],
    ['=?cp437?q?=81?=', 'ü'],
    ['=?utf-8?q?=FC?=', 'ü'],
    ['a =?iso-8859-1*de?Q?=E4_b?= c', 'a ä b c'],
    ['=?broken', '=?broken'],
  ])('%j are %j', (written, text) => {
    expect(decodeWords(written)).toBe(text);
  });
});

describe('charsets beyond those of browsers', () => {
  it.each([
    ['utf-7', 'Hi +AOQ-', 'Hi ä'],
    ['iso-2022-kr', '\x1b$)C\x0e0!\x0f x', '가 x'],
    ['hz-gb-2312', '~{VP~} ~~', '中 ~'],
    ['cp437', '\x81', 'ü'],
    ['cp850', '\x9b', 'ø'],
    ['macintosh', '\x8a', 'ä'],
    ['x-mac-ce', '\xe4', 'š'],
    ['gb2312', '\xd2\xbb', '一'],
  ])('%s: the bytes %j are %j', (charset, bytes, text) => {
    const archive = read(textMail(`text/plain; charset=${charset}`, bytes), 'latin1');
    expect(bodyOf(archive)[0]).toBe(text);
    expect(archive.problems).toEqual([]);
  });

  it.each([
    ['us-ascii', 'ü', 'windows-1252'],
    ['utf-8', 'ü', 'windows-1252'],
    ['iso-8859-1', 'Ã¼', 'utf-8'],
    ['us-ascii', 'Ã¼', 'utf-8'],
    ['gb2312', 'ä¸­', 'utf-8'],
  ])('labelled %s though it is not: %j is read as %s, and that is told', (charset, bytes, used) => {
    const archive = read(textMail(`text/plain; charset=${charset}`, bytes), 'latin1');
    expect(archive.problems.map(({ message }) => message)).toEqual([`text labelled ${charset} was read as ${used}`]);
    expect(bodyOf(archive)[0]).toMatch(/^[ü中]$/);
  });
});

describe('flowed text', () => {
  it('keeps the lines of the file, for it is broken between words', () => {
    const text = textMail('text/plain; format=flowed', '> one \n> sentence.\nown \nwords.\n');
    expect(depths(text)).toEqual(['1 > one ', '1 > sentence.', '0 own ', '0 words.']);
  });

  it('has marks behind a stuffed blank that quote nothing', () => {
    const text = textMail('text/plain; format=flowed', '> quoted\n > is a mark.\n > x\n > y\n');
    expect(depths(text)).toEqual(['1 > quoted', '0  > is a mark.', '0  > x', '0  > y']);
    expect(depths(text.replace('flowed', 'fixed')).at(-1)).toBe('1  > y');
  });

  it('with DelSp is joined, each line counted in the part that it makes', () => {
    const text = textMail('text/plain; format=flowed; delsp=yes', '> super \n> man\n>> deep \nsu \nper\n-- \nMo\n');
    expect(read(text).messages[0]?.lines.filter(({ zone }) => zone === undefined)).toEqual([
      { number: 1, text: '> superman', part: '1' },
      { number: 2, text: '>> deep', part: '1' },
      { number: 3, text: 'super', part: '1' },
      { number: 4, text: '-- ', part: '1' },
      { number: 5, text: 'Mo', part: '1' },
    ]);
  });

  it('with DelSp is not joined across depths, nor where it is a patch', () => {
    expect(joinFlowed(['> a ', '>> b ', 'c ', '> -- ', ' > d'])).toEqual(['> a', '>> b', 'c', '> -- ', ' > d']);
    const patch = 'diff --git a/x b/x\n-a \n+b ';
    expect(bodyOf(read(textMail('text/plain; format=flowed; delsp=yes', patch)))).toEqual(patch.split('\n'));
  });
});

describe('a mail inside a mail', () => {
  const inner = mail({ From: 'Al Other <al@example.org>', Subject: 'inner' }, 'inside\n');
  const carried = (fields: string, body: string): string =>
    textMail(
      'multipart/mixed; boundary="b"',
      `--b\n\nouter\n--b\nContent-Type: message/rfc822\n${fields}\n${body}\n--b--\n`,
    );

  it('keeps the numbers of the file', () => {
    const text = carried('', inner);
    const file = text.split('\n');
    for (const { lines } of read(text).messages)
      for (const line of lines) expect(file[line.number - 1]).toBe(line.text);
  });

  it('that was encoded, though it must not be, is read all the same, and its lines say where they stand', () => {
    const text = carried('Content-Transfer-Encoding: base64\n', Buffer.from(inner).toString('base64'));
    const message = read(text).messages[1];
    expect(message).toMatchObject({ subject: 'inner', from: { name: 'Al Other' } });
    expect(message?.lines.at(-1)).toEqual({ number: 4, text: 'inside', part: '2' });
  });

  it('has its hidden text in a part of its own (RFC 3501 §6.4.5)', () => {
    const hidden = inner.replace('Subject', 'Content-Transfer-Encoding: quoted-printable\nSubject');
    expect(read(carried('', hidden)).messages[1]?.lines.at(-1)?.part).toBe('2.1');
  });
});

describe('a digest of parts', () => {
  it('holds mails where they do not say that they are something else', () => {
    const part = (name: string): string =>
      `--b\n\nFrom: ${name} <x@example.org>\nSubject: of ${name}\n\nwords of ${name}\n`;
    const text = textMail('multipart/digest; boundary=b', `${part('Al')}${part('Cy')}--b--\n`);
    expect(read(text).messages.map(({ from, subject }) => `${from?.name}: ${subject}`)).toEqual([
      'Mo Example: x',
      'Al: of Al',
      'Cy: of Cy',
    ]);
    const file = text.split('\n');
    for (const { lines } of read(text).messages)
      for (const line of lines) expect(file[line.number - 1]).toBe(line.text);
  });
});

describe('a mail of several parts', () => {
  it.each(['', '; boundary=x'])('that says %j and has no such boundary is read as one text', (boundary) => {
    expect(bodyOf(read(textMail(`multipart/mixed${boundary}`, 'words\n--b\nmore\n')))).toEqual([
      'words',
      '--b',
      'more',
    ]);
  });
});

describe('what is no text', () => {
  const zones = (body: string): string[] =>
    attributeArchive(read(textMail('text/plain', body)))[0]
      ?.lines.filter(({ zone }) => zone !== 'header')
      .map(({ zone }) => zone) ?? [];
  const uuencoded = 'Look at this.\n\nbegin 644 x.txt\n#0V%T\n`\nend\n';
  const yenc = 'Look at this.\n\n=ybegin line=128 size=3 name=x.bin\nabc\n=yend size=3\n';

  it('but a uuencoded file is known as such', () => {
    expect(zones(uuencoded)).toEqual(['prose', 'prose', 'code', 'code', 'code', 'code']);
    expect(problems(textMail('text/plain', uuencoded))).toEqual(['data-enclosed: a uuencoded file was left as it is']);
  });

  it('but a file in yEnc is known as such', () => {
    expect(zones(yenc).slice(2)).toEqual(['code', 'code', 'code']);
    expect(problems(textMail('text/plain', yenc))).toEqual(['data-enclosed: a file in yEnc was left as it is']);
  });

  it('but encrypted by PGP is told as lost', () => {
    const sealed = '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n=abcd\n-----END PGP MESSAGE-----\n';
    expect(new Set(zones(sealed))).toEqual(new Set(['code']));
    const told = ['text-sealed: text is encrypted by PGP and was not read'];
    expect(problems(textMail('text/plain', sealed))).toEqual(told);
    const parts =
      '--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nx\n--b--\n';
    expect(problems(textMail('multipart/encrypted; boundary=b', parts))).toEqual(told);
  });

  it.each([
    ['', 'encrypted by S/MIME'],
    ['; smime-type=signed-data', 'wrapped in an S/MIME signature'],
  ])('but S/MIME%s is told as lost', (parameter, how) => {
    const text = textMail(`application/pkcs7-mime${parameter}; name=smime.p7m`, 'MIAGCSqGSIb3\n', {
      'Content-Transfer-Encoding': 'base64',
    });
    expect(problems(text)).toEqual([`text-sealed: text is ${how} and was not read`]);
    expect(bodyOf(read(text))).toEqual([]);
  });

  it('but signed beside its text is read, and the signature is passed over', () => {
    const parts = '--b\n\nwords\n--b\nContent-Type: application/pkcs7-signature\n\nMIAG\n--b--\n';
    const archive = read(textMail('multipart/signed; boundary=b', parts));
    expect(bodyOf(archive)).toEqual(['words']);
    expect(archive.problems).toEqual([]);
  });

  it('but meant for a program is passed over', () => {
    const parts = '--b\n\nwords\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--b--\n';
    expect(bodyOf(read(textMail('multipart/mixed; boundary=b', parts)))).toEqual(['words']);
  });
});

describe('evidence out of a MIME mail', () => {
  const words = 'I think that raw devices are a bad idea, because they bypass the page cache — and öthers.';
  const hidden: readonly (readonly [string, string, string])[] = [
    [
      'quoted-printable',
      'quoted-printable',
      words.replace(/—/g, '=E2=80=94').replace('ö', '=C3=B6').replace('bad idea', 'bad =\nidea'),
    ],
    ['base64', 'base64', Buffer.from(`${words}\n`).toString('base64')],
    ['eight bits', '8bit', words],
  ];

  it.each(hidden)('in %s has exactly the words at its places', (_, encoding, body) => {
    const part = `--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;
    const text = textMail('multipart/mixed; boundary="b"', `--b\n\nSee below.\n${part}--b--\n`);
    const messages = attributeArchive(read(text));
    const [position] = extractPositions(messages, []);
    if (position === undefined) throw new Error('no position was found');
    expect(position.part).toBe(encoding === '8bit' ? undefined : '2');
    const lines = messages[0]?.lines.filter((line) => line.part === position.part) ?? [];
    expect(foldedSlice(lines, position.start, position.end)).toBe(position.exact);
    expect(evidenceFor('x', lines, position.start, position.end).exact).toBe(position.exact);
    expect(words).toContain(position.exact.replace(/\.$/, ''));
  });

  it('of HTML alone has the depth of quotation and the words at their places', () => {
    const html = `<p>Al wrote:</p><blockquote>Use raw devices.</blockquote><p>${words}</p>`;
    const messages = attributeArchive(read(textMail('text/html; charset=utf-8', html)));
    const [position] = extractPositions(messages, []).filter(({ holder }) => holder === 'Mo Example');
    if (position === undefined) throw new Error('no position was found');
    expect(position.part).toBe('1');
    expect(foldedSlice(messages[0]?.lines.filter(({ part }) => part === '1') ?? [], position.start, position.end)).toBe(
      position.exact,
    );
    expect(messages[0]?.lines.find(({ raw }) => raw.includes('Use raw'))).toMatchObject({ depth: 1, speaker: 'Al' });
  });
});
