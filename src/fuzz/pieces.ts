/** Sentences with a stance, a reason and words that look like either. */
export const TALK = [
  'I think we should use a ring instead of a pipe, because it is much simpler.',
  'No, please do not. It is wrong, because it breaks every user.',
  'NAK. I am against it; why not keep the pipe, e.g. with O_DIRECT?',
  'If it is faster, then I would rather merge it.',
];

/** Pieces of the body of a mail: words, quotations, introductions, signatures, patches. */
export const BODY_PIECES = [
  ...TALK.map((line) => `${line}\n`),
  ...TALK.map((line) => `> ${line}\n`),
  ...TALK.map((line) => `> > ${line}\n`),
  'On Mon, 1 Jun 2015, Ann Bee wrote:\n',
  '> On Mon, 1 Jun 2015, Cee Dee <dee@d.example> wrote:\n',
  'Ann Bee wrote:\n',
  'Ann> so\n',
  '| so\n',
  ': so\n',
  '-- \n',
  '--\n',
  '_______________________________________________\n',
  '- a point\n',
  '1. a point\n',
  '\tif (a) b();\n',
  'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n',
  '[...]\n',
  '-----Original Message-----\nFrom: Ann Bee\nSent: Monday\nSubject: x\n\n',
  'Signed-off-by: Ann Bee <bee@b.example>\n',
  '\n',
  '>\n',
  '>>>> \n',
  ':-) ',
  '... ',
  'http://a.example/?a=b ',
];

/** A mail that answers the one before it. @example mail(2, '', 'words') → answers <1@b.example> */
export function mail(id: number, header: string, body: string): string {
  return `From: ${id % 2 === 0 ? 'Ann Bee <bee@b.example>' : '"Dee, Cee" <dee@d.example>'}\nDate: Mon, ${id} Jun 2015 00:00:00 +0200\nSubject: Re: [list] rings\nMessage-ID: <${id}@b.example>\nIn-Reply-To: <${id - 1}@b.example>\n${header}\n${body}\n`;
}

/** Fields of a header, whole and begun, with values that a reader may stumble over. */
export const FIELDS = [
  'From: ',
  'From a@b Mon Jun  1 00:00:00 2015\n',
  'Date: ',
  'Subject: ',
  'Message-ID: <1@b.example>\n',
  'References: <0@b> <1@b>\n',
  'In-Reply-To: <1@b.example>\n',
  'Content-Type: text/plain; charset=iso-8859-1\n',
  'Content-Type: text/plain; charset=utf-16le\n',
  'Content-Type: text/html\n',
  'Content-Type: text/plain; charset=constructor\n',
  'Content-Transfer-Encoding: constructor\n',
  'Content-Type: multipart/mixed; boundary="b"\n',
  'Content-Type: message/rfc822\n',
  'Content-Type: multipart/digest; boundary=b\n',
  'Content-Transfer-Encoding: base64\n',
  'Content-Transfer-Encoding: quoted-printable\n',
  "Content-Disposition: attachment; filename*=utf-8''a%20b\n",
  '=?utf-8?q?J=C3=BCrgen?=',
  '=?iso-8859-1?b?SvxyZ2Vu?=',
  '=?x?y?z?=',
  '--b\n',
  '--b--\n',
  '=\n',
  '=3D=C3',
  'SSB0aGluaw==\n',
  ' folded\n',
  'List-Id: <l.example>\n',
];

/** Small whole mails: plain, an answer, of several parts. */
export const PLAIN = mail(2, '', `${TALK[0]}\n\n${TALK[3]}\n-- \nAnn`);
export const ANSWER = mail(
  3,
  '',
  `On Mon, 2 Jun 2015, Ann Bee wrote:\n> ${TALK[0]}\n\n${TALK[1]}\n\n> ${TALK[3]}\n${TALK[2]}`,
);
export const MIME = mail(
  4,
  'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n',
  `--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${TALK[1]?.replace('e', '=65')} =C3=BC=\n so\n--b\nContent-Type: text/html\n\n<p>${TALK[0]}</p><blockquote>${TALK[2]}</blockquote>\n--b\nContent-Type: message/rfc822\n\n${PLAIN}\n--b--`,
);
/** The line that LISTSERV sets between mails. */
export const RULE = '='.repeat(73);
/** A date as archives print it. */
export const DATE = 'Fri Jun 13 10:30:00 UTC 2014';
/** A document in JSON. */
export const json = (value: object): string => JSON.stringify(value);

/** Pieces of saved pages: elements and comments that frame mails, opened and closed. */
export const WEB_PIECES = [
  '<pre>',
  '</pre>',
  '<blockquote>',
  '</blockquote>',
  '<br>',
  '<p>',
  '<i>',
  '&gt;<i> so\n</i>',
  '&gt; so\n',
  '<!--beginarticle-->',
  '<!--endarticle-->',
  '<!--X-Body-of-Message-->',
  '<!--X-Subject: x -->',
  '<!-- body="start" -->',
  '<a href="mailto:a%40b.example">',
  '<h1>',
  '<b>',
  ...TALK,
];
