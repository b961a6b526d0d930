/** A small whole document of each format, of our own making, and the pieces it is made of. */
export interface Seeds {
  readonly format: string;
  readonly seeds: readonly string[];
  readonly pieces: readonly string[];
}

const TALK = [
  'I think we should use a ring instead of a pipe, because it is much simpler.',
  'No, please do not. It is wrong, because it breaks every user.',
  'NAK. I am against it; why not keep the pipe, e.g. with O_DIRECT?',
  'If it is faster, then I would rather merge it.',
];

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

function mail(id: number, header: string, body: string): string {
  return `From: ${id % 2 === 0 ? 'Ann Bee <bee@b.example>' : '"Dee, Cee" <dee@d.example>'}\nDate: Mon, ${id} Jun 2015 00:00:00 +0200\nSubject: Re: [list] rings\nMessage-ID: <${id}@b.example>\nIn-Reply-To: <${id - 1}@b.example>\n${header}\n${body}\n`;
}

const FIELDS = [
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

const PLAIN = mail(2, '', `${TALK[0]}\n\n${TALK[3]}\n-- \nAnn`);
const ANSWER = mail(
  3,
  '',
  `On Mon, 2 Jun 2015, Ann Bee wrote:\n> ${TALK[0]}\n\n${TALK[1]}\n\n> ${TALK[3]}\n${TALK[2]}`,
);
const MIME = mail(
  4,
  'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n',
  `--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${TALK[1]?.replace('e', '=65')} =C3=BC=\n so\n--b\nContent-Type: text/html\n\n<p>${TALK[0]}</p><blockquote>${TALK[2]}</blockquote>\n--b\nContent-Type: message/rfc822\n\n${PLAIN}\n--b--`,
);
const RULE = '='.repeat(73);
const DATE = 'Fri Jun 13 10:30:00 UTC 2014';
const json = (value: object): string => JSON.stringify(value);

const WEB_PIECES = [
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

export const SEEDS: readonly Seeds[] = [
  {
    format: 'mbox',
    seeds: [
      `From a@b Mon Jun  1 00:00:00 2015\n${PLAIN}\nFrom a@b Mon Jun  1 00:00:00 2015\n${ANSWER}\nFrom a@b Mon Jun  1 00:00:00 2015\n${MIME}`,
    ],
    pieces: [...FIELDS, ...BODY_PIECES],
  },
  { format: 'eml', seeds: [PLAIN, ANSWER, MIME], pieces: [...FIELDS, ...BODY_PIECES] },
  {
    format: 'listserv',
    seeds: [`${RULE}\n${PLAIN}${RULE}\n${ANSWER}`],
    pieces: [`${RULE}\n`, ...FIELDS, ...BODY_PIECES],
  },
  {
    format: 'digest',
    seeds: [
      mail(5, 'Content-Type: multipart/digest; boundary=b\n', `--b\n\n${PLAIN}\n--b\n\n${ANSWER}\n--b--`),
      `From: l\nSubject: Talk Digest, Vol 1\n\n${'-'.repeat(70)}\n\n${PLAIN}\n${'-'.repeat(30)}\n\n${ANSWER}`,
    ],
    pieces: [`${'-'.repeat(30)}\n`, `${'-'.repeat(70)}\n`, ...FIELDS, ...BODY_PIECES],
  },
  {
    format: 'pipermail',
    seeds: [
      `[list] A subject\nMo Example mo at example.org\n${DATE}\nPrevious message: x\n${ANSWER.slice(ANSWER.indexOf('\n\n'))}More information about the Talk mailing list\n`,
    ],
    pieces: [
      `${DATE}\n`,
      'Mo Example mo at example.org\n',
      'Previous message: x\n',
      'Messages sorted by: [ date ]\n',
      'More information about the Talk mailing list\n',
      ...BODY_PIECES,
    ],
  },
  {
    format: 'mail-page',
    seeds: [
      `[<prev] [next>] [day] [month]\n\n${PLAIN}\n[<prev] [next>]\n`,
      `Re: A subject\n\nFrom: Mo Example <mo@example.org>\nDate: Fri, 13 Jun 2014 10:30:00 +0200\nTo: list@example.org\n\n${TALK[2]}\n`,
    ],
    pieces: ['[<prev] [next>]\n', ...FIELDS, ...BODY_PIECES],
  },
  {
    format: 'hypermail',
    seeds: [
      `Re: A subject\n\nFrom: Mo Example (mo_at_example.org)\nDate: Fri Jun 13 2014 - 10:30:00 EST\n\n${TALK[0]}\n\nNext message: x\n`,
    ],
    pieces: ['Date: Fri Jun 13 2014 - 10:30:00 EST\n', 'Next message: x\n', ...BODY_PIECES],
  },
  {
    format: 'lwn',
    seeds: [
      `A subject\nPosted Jun 13, 2014 10:30 UTC (Fri) by mo (subscriber, #1)\n[Link]\n${TALK[0]}\n\nA subject\nPosted Jun 13, 2014 11:30 UTC (Fri) by al (guest, #2)\nParent article\n${TALK[1]}\n`,
    ],
    pieces: [
      'Posted Jun 13, 2014 10:30 UTC (Fri) by mo (subscriber, #1)\n',
      '[Link]\n',
      'A subject\n',
      'Reply to this comment\n',
      ...BODY_PIECES,
    ],
  },
  {
    format: 'pages',
    seeds: [
      `<!DOCTYPE HTML><HTML><BODY><H1>[list] A subject</H1><B>Mo Example</B> <A HREF="mailto:list%40example.org?Subject=x&In-Reply-To=%3C1%40example.org%3E">mo at example.org</A><BR><I>${DATE}</I> <!--beginarticle--><PRE>Al wrote:\n&gt;<i> ${TALK[0]}\n</I>\n${TALK[1]}\n</PRE><!--endarticle--></BODY></HTML>`,
      `<!-- MHonArc v2.6.19 -->\n<!--X-Subject: Re: A &#45; subject --><!--X-From: Mo Example &#60;mo@example.org> -->\n<!--X-Date: Fri, 13 Jun 2014 10:30:00 +0200 --><!--X-Message-Id: 2@example.org -->\n<html><body>\n<!--X-Body-of-Message--><pre>&gt; ${TALK[0]}\n${TALK[1]}</pre><!--X-Body-of-Message-End--></body></html>`,
    ],
    pieces: WEB_PIECES,
  },
  {
    format: 'json',
    seeds: [
      json([
        {
          id: 1,
          html_url: 'https://github.com/a/b/issues/1#issuecomment-1',
          user: { login: 'mo', id: 1 },
          created_at: '2014-06-13T10:30:00Z',
          body: TALK[0],
          title: 'A title',
        },
        {
          id: 2,
          html_url: 'https://github.com/a/b/issues/1#issuecomment-2',
          user: null,
          created_at: '2014-06-13T10:30:00Z',
          body: `> ${TALK[0]}\r\n\r\n${TALK[1]}`,
        },
      ]),
      json([
        {
          id: 'x',
          notes: [
            {
              id: 1,
              body: TALK[0],
              author: { name: 'Mo', username: 'mo' },
              created_at: '2014-06-13T10:30:00.123Z',
              system: false,
            },
          ],
        },
      ]),
      json({
        post_stream: {
          posts: [
            {
              id: 1,
              username: 'mo',
              created_at: '2014-06-13T10:30:00.123Z',
              cooked: `<p>${TALK[0]}</p>`,
              post_number: 1,
              topic_id: 1,
            },
          ],
        },
        title: 'x',
        id: 1,
      }),
    ],
    pieces: [
      '{"id":1}',
      '[',
      ']',
      '{',
      '}',
      ',',
      'null',
      '"body":',
      '"user":null',
      '"created_at":1e999',
      '"__proto__":{"x":1}',
      '\\u0000',
      '\\ud800',
      '1e400',
      '"posts":[]',
      ...TALK,
    ],
  },
];
