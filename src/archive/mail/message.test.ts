import { describe, expect, it } from 'vitest';
import { bodyOf, mail, mailbox, read } from '../__fixtures__/mail.ts';
import { mailboxKey } from './mailbox-key.ts';

const multipart = (type: string, ...parts: readonly string[]): string =>
  mail(
    { Subject: 'x', 'MIME-Version': '1.0', 'Content-Type': `multipart/${type}; boundary="b"` },
    `preamble\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\nepilogue\n`,
  );

describe('a mail', () => {
  it('that stands alone is read as an .eml', () => {
    const archive = read(mail({ Subject: 'x', Date: 'Fri, 13 Jun 2014 10:30:00 -0700' }, 'words\n'));
    expect(archive.format).toBe('eml');
    expect(archive.messages[0]).toMatchObject({
      from: { name: 'Mo Example', mailbox: mailboxKey('mo@example.org') },
      fromBasis: 'header',
      date: '2014-06-13T17:30:00Z',
      subject: 'x',
    });
  });

  it('in quoted-printable has the lines of its decoded text, and says so', () => {
    const text = mail({ 'Content-Transfer-Encoding': 'quoted-printable', Subject: 'x' }, 'caf=E9 =\nau lait=\n\nend\n');
    const lines = read(text).messages[0]?.lines.filter(({ zone }) => zone === undefined);
    expect(lines).toEqual([
      { number: 1, text: 'café au lait', part: '1' },
      { number: 2, text: 'end', part: '1' },
    ]);
  });

  it('in quoted-printable that is broken stays readable', () => {
    const text = mail({ 'Content-Transfer-Encoding': 'quoted-printable', Subject: 'x' }, 'a=b =zz c=3D=');
    expect(bodyOf(read(text))).toEqual(['a=b =zz c=']);
  });

  it('in base64 with a plain footer behind it loses neither text nor sense', () => {
    const encoded = Buffer.from('hidden wörds\n').toString('base64');
    const text = mail(
      { 'Content-Transfer-Encoding': 'base64', Subject: 'x' },
      `${encoded}\n_____\nlist footer here.\n`,
    );
    expect(bodyOf(read(text))).toEqual(['hidden wörds']);
  });

  it('of several parts keeps the file’s own line numbers where nothing hides the text', () => {
    const text = multipart(
      'mixed',
      'Content-Type: text/plain\n\nfirst part\n',
      'Content-Type: text/x-patch\n\n--- a\n+++ b\n',
    );
    const archive = read(text);
    const file = text.split('\n');
    for (const line of archive.messages[0]?.lines ?? []) expect(file[line.number - 1]).toBe(line.text);
    expect(bodyOf(archive)).toEqual(['first part', '', '--- a', '+++ b', '']);
  });

  it('numbers hidden parts as IMAP does', () => {
    const inner =
      'Content-Type: multipart/alternative; boundary="c"\n\n--c\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\neWVz\n--c--\n';
    const archive = read(multipart('mixed', 'Content-Type: text/plain\n\nopen\n', inner));
    expect(archive.messages[0]?.lines.find(({ text }) => text === 'yes')).toEqual({
      number: 1,
      text: 'yes',
      part: '2.1',
    });
  });

  it('of alternatives gives the plain text, and HTML only where there is nothing else', () => {
    const html = 'Content-Type: text/html\n\n<p>rich<blockquote>quoted</blockquote></p>\n';
    expect(bodyOf(read(multipart('alternative', 'Content-Type: text/plain\n\nplain', html)))).toEqual(['plain']);
    expect(bodyOf(read(multipart('alternative', html)))).toEqual(['rich', '', '> quoted']);
  });

  it('of alternatives gives the HTML where the plain text has lost its lines', () => {
    const flat = `Content-Type: text/plain\n\n${'all in one line '.repeat(40)}`;
    const html = 'Content-Type: text/html\n\n<p>one</p><p>two</p>\n';
    expect(bodyOf(read(multipart('alternative', flat, html)))).toEqual(['one', '', 'two']);
  });

  it('leaves out what is attached and no text', () => {
    const picture = 'Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n';
    expect(bodyOf(read(multipart('mixed', 'Content-Type: text/plain\n\nwords', picture)))).toEqual(['words']);
  });

  it('that carries another gives both', () => {
    const inner = mail(
      { From: 'Al Other <al@example.org>', Subject: 'inner', 'Message-ID': '<in@example.org>' },
      'inside\n',
    );
    const archive = read(
      multipart('mixed', 'Content-Type: text/plain\n\noutside', `Content-Type: message/rfc822\n\n${inner}`),
    );
    expect(archive.messages.map(({ subject, from }) => `${subject} ${from?.name}`)).toEqual([
      'x Mo Example',
      'inner Al Other',
    ]);
    expect(bodyOf(archive, 1)[0]).toBe('inside');
  });

  it('nested a thousand deep ends somewhere', () => {
    const bomb = Array.from(
      { length: 1000 },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
    ).join('');
    expect(read(`From: a@example.org\nSubject: bomb\n${bomb}`).messages.length).toBe(1);
  });

  it('without a Message-ID is named by its bytes, always the same', () => {
    const [a, b] = [read(mail({ Subject: 'x' }, 'y')), read(mail({ Subject: 'x' }, 'y'))];
    expect(a.messages[0]?.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(a.messages[0]?.id).toBe(b.messages[0]?.id);
  });

  it.each([
    ['Your message of "Fri, 13 Jun" <a@b>', '<a@b>'],
    ['<a@b> (Mo\'s message of "Fri")', '<a@b>'],
    ['a@b', '<a@b>'],
    ['mumble mumble', null],
  ])('takes of In-Reply-To %j the id %j', (value, id) => {
    expect(read(mail({ Subject: 'x', 'In-Reply-To': value }, 'y')).messages[0]?.inReplyTo).toBe(id);
  });

  it('says who wrote it, not which list rewrote it', () => {
    const text = mail(
      {
        From: '"Mo Example via talk" <talk@lists.example.org>',
        'X-Original-From': 'Mo Example <mo@example.org>',
        Subject: 'x',
      },
      '',
    );
    expect(read(text).messages[0]?.from).toEqual({ name: 'Mo Example', mailbox: mailboxKey('mo@example.org') });
  });
});

describe('charsets', () => {
  const body = (charset: string, bytes: string): string => {
    const text = mail({ Subject: 'x', 'Content-Type': `text/plain; charset=${charset}` }, bytes);
    return bodyOf(read(text, 'latin1'))[0] ?? '';
  };

  it.each([
    ['utf-8', 'Ã¼', 'ü'],
    ['iso-8859-1', 'ü', 'ü'],
    ['us-ascii', 'Ã¼', 'ü'],
    ['us-ascii', 'ü', 'ü'],
    ['"y"', 'Ã¼', 'ü'],
    ['unknown-8bit', 'ü', 'ü'],
    ['charset=utf-8', 'Ã¼', 'ü'],
    ['iso-2022-jp', '\x1b$B$"\x1b(B', 'あ'],
    ['gb2312', '\xd6\xd0', '中'],
    ['koi8-r', '\xc4\xc1', 'да'],
    ['windows-1252', '\x93x\x94', '“x”'],
  ])('%s: the bytes %j are read as %j', (charset, bytes, text) => {
    expect(body(charset, bytes)).toBe(text);
  });

  it('that had to be guessed are reported', () => {
    const text = mail({ Subject: 'x', 'Content-Type': 'text/plain; charset=nonsense' }, 'ü\n');
    expect(read(text, 'latin1').problems).toEqual([
      { code: 'charset-guessed', message: 'text labelled nonsense was read as windows-1252', line: 5 },
    ]);
  });

  it.each([
    ['=?utf-8?q?J=C3=B6rn?= <j@example.org>', 'Jörn'],
    ['=?iso-8859-1?Q?J=F6rn_Example?= <j@example.org>', 'Jörn Example'],
    ['=?utf-8?b?SsO2?= =?utf-8?b?cm4=?= <j@example.org>', 'Jörn'],
    ['J\xf6rn <j@example.org>', 'Jörn'],
    ['=?nonsense?q?x?= <j@example.org>', 'x'],
  ])('in the sender %j give %j', (from, name) => {
    expect(read(mailbox(mail({ From: from, Subject: 'x' }, 'y')), 'latin1').messages[0]?.from?.name).toBe(name);
  });
});
