import { HEADER } from './drive.ts';

/** A document whose structure is the attack. */
export interface Structure {
  readonly name: string;
  readonly make: (size: number) => string | Uint8Array;
}

const many = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));
const html = (piece: string) => (size: number) => `${HEADER}Content-Type: text/html\n\n${many(piece, size)}`;
const encoded = (encoding: string, piece: string) => (size: number) =>
  `${HEADER}Content-Transfer-Encoding: ${encoding}\n\n${many(piece, size)}`;
const mixed = (piece: string) => (size: number) =>
  `${HEADER}Content-Type: multipart/mixed; boundary="b"\n\n${many(piece, size)}`;

/** Mails of a mailbox, each from another person, with the fields that `fields` gives them. */
const mailbox =
  (fields: (index: number, count: number) => string, body = '> a b c d e f g h\n\ny\n') =>
  (size: number) => {
    const count = Math.ceil(size / 140);
    const mail = (_: unknown, index: number) =>
      `From a@b Mon Jun  1 00:00:00 2015\nFrom: A${index} <a@b.example>\n${fields(index, count)}\n\n${body}\n`;
    return Array.from({ length: count }, mail).join('');
  };

export const STRUCTURES: readonly Structure[] = [
  { name: 'mails inside mails', make: (size) => `${HEADER}${many('Content-Type: message/rfc822\n\n', size)}\nx` },
  {
    name: 'parts inside parts',
    make: (size) =>
      HEADER +
      Array.from({ length: size / 64 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`).join(
        '',
      ),
  },
  {
    name: 'parts with one boundary inside one another',
    make: (size) => HEADER + many('Content-Type: multipart/mixed; boundary="b"\n\n--b\n', size),
  },
  { name: 'very many parts', make: mixed('--b\n\nx\n') },
  { name: 'very many empty parts', make: mixed('--b\n') },
  { name: 'very many carried mails', make: mixed('--b\nContent-Type: message/rfc822\n\nFrom: a\n\nx\n') },
  {
    name: 'very many alternatives',
    make: (size) => `${HEADER}Content-Type: multipart/alternative; boundary="b"\n\n${many('--b\n\n \n', size)}`,
  },
  { name: 'very many fields', make: (size) => `${HEADER}${many('X: a\n', size)}\nx` },
  { name: 'very many mails', make: (size) => many('From a@b Mon Jun  1 00:00:00 2015\nA: b\n\n', size) },
  { name: 'one mail over and over', make: mailbox(() => 'Message-ID: <1@b>\nDate: Mon, 1 Jun 2015 00:00:00 +0000') },
  {
    name: 'mails of one moment',
    make: mailbox((index) => `Message-ID: <${index}@b>\nDate: Mon, 1 Jun 2015 00:00:00 +0000`),
  },
  { name: 'a chain of answers', make: mailbox((index) => `Message-ID: <${index}@b>\nIn-Reply-To: <${index - 1}@b>`) },
  {
    name: 'a circle of answers',
    make: mailbox((index, count) => `Message-ID: <${index}@b>\nIn-Reply-To: <${(index + 1) % count}@b>`),
  },
  { name: 'answers to one mail', make: mailbox((index) => `Message-ID: <${index}@b>\nIn-Reply-To: <0@b>`) },
  { name: 'answers by subject alone', make: mailbox((index) => `Message-ID: <${index}@b>\nSubject: Re: x`) },
  {
    name: 'lines like separators of mails',
    make: (size) => `${HEADER}\n${many('From a@b Mon Jun  1 00:00:00 2015\n', size)}`,
  },
  { name: 'a page of open elements', make: (size) => `<html><pre>${many('<div>', size)}` },
  ...[
    '<blockquote>',
    '<blockquote>x\n',
    '<!--',
    '&lt;',
    '<a ',
    '<br>',
    '<table><td>a',
    '<ul><li>a',
    '</p>',
    '<pre>',
    '<![CDATA[',
  ].map((piece) => ({
    name: `HTML mail of ${piece.trim()}`,
    make: html(piece),
  })),
  { name: 'an element with very many attributes', make: (size) => `${html('')(0)}<a ${many('b="c" ', size)}` },
  {
    name: 'a hypermail page that begins its body again and again',
    make: (size) => many('<!-- body="start" -->', size),
  },
  {
    name: 'a MHonArc page that begins its body again and again',
    make: (size) => many('<!--X-Body-of-Message-->', size),
  },
  {
    name: 'a pipermail page of open italics',
    make: (size) => `<H1>a</H1><B>b</B><!--beginarticle-->${many('<I>&gt; a\n', size)}`,
  },
  {
    name: 'an LWN page of headings',
    make: (size) => many('Posted Jun 1, 2015 by A (subscriber, #1)\n[Link] \n', size),
  },
  {
    name: 'an LWN page of boxes in boxes',
    make: (size) =>
      `<html>${many('<details><p class="CommentPoster">Posted Feb 17, 2009 18:12 UTC (Tue) by a (guest, #1)</p><div class="FormattedComment">x</div>', size)}`,
  },
  { name: 'an LWN page of open headers', make: (size) => `<html>${many('<p class="CommentPoster"><div>', size)}` },
  {
    name: 'a GitHub page of open posts',
    make: (size) => `<html>github${many('<div id="issue-1" class="js-comment-body"><a class="author">', size)}`,
  },
  {
    name: 'a thread page of headers',
    make: (size) => many('From: A @ 2014-06-13 10:30 UTC (permalink / raw)\n', size),
  },
  {
    name: 'a thread page with an endless overview',
    make: (size) =>
      many('From: A @ 2014-06-13 10:30 UTC (permalink / raw)\n\nx\n^ permalink raw reply\n', size / 2) +
      many('2014-06-13 10:30                   ` A\n', size / 2),
  },
  { name: 'an MMDF mailbox of fences', make: (size) => many('\x01\x01\x01\x01\n', size) },
  { name: 'a mailbox of lengths that lie', make: mailbox((index) => `Content-Length: ${index * 31}`) },
  { name: 'a mailbox of lengths beyond its end', make: mailbox(() => 'Content-Length: 7999999') },
  { name: 'a mailbox of lone CR', make: (size) => many('From a@b Mon Jun  1 00:00:00 2015\rA: b\r\r', size) },
  { name: 'a LISTSERV log of rules', make: (size) => many(`${'='.repeat(73)}\n`, size) },
  { name: 'a LISTSERV log of tiny mails', make: (size) => many(`${'='.repeat(73)}\nFrom: a\n\nx\n`, size) },
  { name: 'JSON of open brackets', make: (size) => '['.repeat(size) },
  { name: 'JSON of open objects', make: (size) => many('{"a":', size) },
  { name: 'JSON nested and closed', make: (size) => '['.repeat(size / 2) + ']'.repeat(size / 2) },
  { name: 'base64', make: encoded('base64', 'QUFB') },
  { name: 'base64 of tiny lines', make: encoded('base64', 'A\n') },
  { name: 'quoted-printable of equals signs', make: encoded('quoted-printable', '=') },
  { name: 'quoted-printable of soft breaks that are none', make: encoded('quoted-printable', '= ') },
  {
    name: 'a soft break with endless blanks',
    make: (size) => `${encoded('quoted-printable', '')(0)}=${' '.repeat(size)}x`,
  },
  {
    name: 'flowed text that never breaks',
    make: (size) => `${HEADER}Content-Type: text/plain; format=flowed; delsp=yes\n\n${many('> a \n', size)}`,
  },
  {
    name: 'flowed text to be joined without end',
    make: (size) => `${HEADER}Content-Type: text/plain; format=flowed; delsp=yes\n\n${many('a \n> b \n', size)}`,
  },
  {
    name: 'flowed text of stuffed marks',
    make: (size) => `${HEADER}Content-Type: text/plain; format=flowed\n\n>\n${many(' >\n', size)}`,
  },
  ...[
    ['utf-7', '+AOQ'],
    ['hz-gb-2312', '~{~'],
    ['iso-2022-kr', '\x0e!'],
    ['cp437', '\x81'],
  ].map(([charset = '', piece = '']) => ({
    name: `text in ${charset}`,
    make: (size: number) =>
      Buffer.from(`${HEADER}Content-Type: text/plain; charset=${charset}\n\n${many(piece, size)}`, 'latin1'),
  })),
  {
    name: 'parameters in very many pieces',
    make: (size) => `${HEADER}Content-Type: x/y${many("; a*1*=utf-8''%41", size)}\n\nx`,
  },
  { name: 'very many encoded words', make: (size) => `${HEADER}Subject: ${many('=?x?q?a?= ', size)}\n\nx` },
  { name: 'files in yEnc without an end', make: (size) => `${HEADER}\n${many('=ybegin line=128 name=a\n', size)}` },
  { name: 'a body of NUL', make: (size) => `${HEADER}\n${'\0'.repeat(size)}` },
  { name: 'a header of NUL', make: (size) => `${HEADER}X: ${'\0'.repeat(size)}\n\nx` },
  {
    name: 'bytes that are no UTF-8',
    make: (size) => Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(size, 0xc3)]),
  },
  {
    name: 'text labelled UTF-16',
    make: (size) => `${HEADER}Content-Type: text/plain; charset=utf-16\n\n${many('ab', size)}`,
  },
  {
    name: 'text labelled ISO-2022-JP',
    make: (size) => `${HEADER}Content-Type: text/plain; charset=iso-2022-jp\n\n${many('\u001b$B', size)}`,
  },
  { name: 'uuencode without an end', make: (size) => `${HEADER}\nbegin 644 a\n${many('M0V%T\n', size)}` },
];
