import { ANSWER, BODY_PIECES, DATE, FIELDS, json, MIME, mail, PLAIN, RULE, TALK, WEB_PIECES } from './pieces.ts';

/** A small whole document of each format, of our own making, and the pieces it is made of. */
export interface Seeds {
  readonly format: string;
  readonly seeds: readonly string[];
  readonly pieces: readonly string[];
}

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
