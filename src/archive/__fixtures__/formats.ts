import { gzipSync, zstdCompressSync } from 'node:zlib';
import { mail, mailbox } from './mail.ts';

/** One document of a format: the name of a file, the format that must be found, its bytes. */
export interface Example {
  readonly file: string;
  readonly format: string;
  readonly bytes: string | Uint8Array;
  /** How many messages it holds. */
  readonly messages: number;
}

export const QUOTED = 'We should use raw devices for the database.';
export const OWN = 'I think raw devices are a bad idea, because they bypass the page cache.';

const DATE = 'Fri, 13 Jun 2014 10:30:00 +0000';
const CTIME = 'Fri Jun 13 10:30:00 UTC 2014';
const ISO = '2014-06-13T10:30:00Z';
const ANSWER = `Mo Example wrote:\n> ${QUOTED}\n\n${OWN}\n`;

/** What Mo says, and what Al answers: every example holds the answer, those of whole conversations both. */
export const opening = mail(
  { From: 'Mo Example <mo@example.org>', Subject: 'Raw devices', Date: DATE, 'Message-ID': '<1@example.org>' },
  `${QUOTED}\n`,
);
export const answer = mail(
  {
    From: 'Al Other <al@example.org>',
    Subject: 'Re: Raw devices',
    Date: DATE,
    'Message-ID': '<2@example.org>',
    'In-Reply-To': '<1@example.org>',
  },
  ANSWER,
);

const SEPARATOR = 'From mo@example.org Fri Jun 13 10:30:00 2014\n';
const both = mailbox(opening, answer);
const withLength = (text: string): string => {
  const [header = '', ...body] = text.split('\n\n');
  const rest = body.join('\n\n');
  return `${SEPARATOR}${header}\nContent-Length: ${Buffer.byteLength(rest)}\n\n${rest}\n`;
};
const html = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>x</title>${head}</head><body>${body}</body></html>`;
const HTML_ANSWER = `Mo Example wrote:\n&gt; ${QUOTED}\n\n${OWN}\n`;
const LINKS = '[Date Prev][Date Next][Thread Prev][Thread Next][Date Index][Thread Index]';
const FENCE = '\x01\x01\x01\x01\n';
const threadMail = (subject: string, name: string, minute: number, body: string): string =>
  `* ${subject}\n@ 2014-06-13 10:${minute} ${name}\n  0 siblings, 0 replies; 2+ messages in thread\nFrom: ${name} @ 2014-06-13 10:${minute} UTC (permalink / raw)\n  To: list\n\n${body}\n^ permalink raw reply\t[flat|nested] 2+ messages in thread\n`;
const thread = `${threadMail('Raw devices', 'Mo Example', 30, `${QUOTED}\n`)}${threadMail('Re: Raw devices', 'Al Other', 31, ANSWER)}
Thread overview: 2+ messages (download: mbox.gz / follow: Atom feed)
-- links below jump to the message on this page --
2014-06-13 10:30 Raw devices Mo Example
2014-06-13 10:31 \` Al Other
`;
const github = (id: number, login: string, body: string, more = {}): object => ({
  id,
  html_url: `https://github.com/a/b/issues/1#issuecomment-${id}`,
  user: { login },
  created_at: ISO,
  body,
  ...more,
});
const note = (id: number, name: string, body: string): object => ({
  id,
  body,
  author: { name, username: name },
  created_at: ISO,
  system: false,
});
const discoursePost = (number: number, name: string, raw: string): object => ({
  id: number,
  post_number: number,
  username: name.slice(0, 2),
  name,
  created_at: ISO,
  raw,
  cooked: '',
});
const lwnHtml = (number: number, name: string, body: string, inside = ''): string =>
  `<details class="CommentBox" open><summary><h3 class="CommentTitle">Raw devices</h3><p class="CommentPoster"><b>Posted Feb 17, 2009 18:12 UTC (Tue) by <b>${name}</b> (subscriber, #${number}) [<a href="/Articles/${number}/">Link</a>]</p></summary><div class="FormattedComment">${body}</div>${inside}</details>`;
const githubHtml = (id: string, name: string, body: string): string =>
  `<div id="${id}"><a class="author" href="/x">${name}</a> <relative-time datetime="${ISO}">x</relative-time><div class="js-comment-body">${body}</div></div>`;
const blockquote = `<blockquote><p>${QUOTED}</p></blockquote><p>${OWN}</p>`;

/** One document of each format that is one file. */
export const EXAMPLES: readonly Example[] = [
  { file: 'mboxo', format: 'mbox', bytes: both, messages: 2 },
  { file: 'mboxrd', format: 'mbox', bytes: both.replace(QUOTED, `${QUOTED}\n>>From here on`), messages: 2 },
  { file: 'mboxcl', format: 'mbox', bytes: withLength(opening) + withLength(answer), messages: 2 },
  {
    file: 'mboxcl2',
    format: 'mbox',
    bytes: withLength(`${opening}\n${SEPARATOR}X-Old: 1\n\nold\n`) + withLength(answer),
    messages: 2,
  },
  { file: 't.mbox.gz', format: 'mbox', bytes: gzipSync(both), messages: 2 },
  {
    file: '2014-June.txt.gz',
    format: 'mbox',
    bytes: gzipSync(
      both.replace(/^From: (.*) <(.*)@(.*)>$/gm, 'From: $2 at $3 ($1)').replace(/^From mo@/gm, 'From mo at '),
    ),
    messages: 2,
  },
  { file: 'mbox.zst', format: 'mbox', bytes: zstdCompressSync(both), messages: 2 },
  { file: 'mbox-with-cr', format: 'mbox', bytes: both.replaceAll('\n', '\r'), messages: 2 },
  { file: 'mmdf', format: 'mmdf', bytes: `${FENCE}${opening}${FENCE}${FENCE}${answer}${FENCE}`, messages: 2 },
  { file: 'one.eml', format: 'eml', bytes: answer, messages: 1 },
  {
    file: 'digest.eml',
    format: 'eml',
    bytes: mail({ Subject: 'List Digest, Vol 1' }, `Today\n\n${'-'.repeat(70)}\n\n${opening}\n${'-'.repeat(30)}\n\n${answer}`),
    messages: 3,
  },
  {
    file: 'listserv.log',
    format: 'listserv',
    bytes: `${'='.repeat(73)}\n${opening}${'='.repeat(73)}\n${answer}`,
    messages: 2,
  },
  {
    file: 'pipermail.txt',
    format: 'pipermail',
    bytes: `[list] Raw devices\nAl Other al at example.org\n${CTIME}\n\n${ANSWER}Previous message: x\n`,
    messages: 1,
  },
  {
    file: 'pipermail.html',
    format: 'pipermail-html',
    bytes: html(
      `<H1>Raw devices</H1><B>Al Other</B><A HREF="mailto:l%40example.org?In-Reply-To=%3C2%40example.org%3E">al</A><I>${CTIME}</I><!--beginarticle--><PRE>${HTML_ANSWER}</PRE><!--endarticle-->`,
    ),
    messages: 1,
  },
  {
    file: 'mhonarc.txt',
    format: 'mhonarc',
    bytes: `Raw devices\n${LINKS}\n\nFrom: Al Other <al@xxxxxxx>\nDate: ${DATE}\n\n${ANSWER}[Index of Archives]\n`,
    messages: 1,
  },
  {
    file: 'mhonarc.html',
    format: 'mhonarc-html',
    bytes: `<!-- MHonArc v2.6.19 --><!--X-Subject: Raw devices --><!--X-From: Al Other &#60;al@example.org> --><!--X-Date: ${DATE} --><!--X-Message-Id: 2@example.org -->${html(`<!--X-Body-of-Message--><pre>${HTML_ANSWER}</pre><!--X-Body-of-Message-End-->`)}`,
    messages: 1,
  },
  {
    file: 'hypermail.txt',
    format: 'hypermail',
    bytes: `Re: Raw devices\n\nFrom: Al Other (al_at_example.org)\nDate: Fri Jun 13 2014 - 10:30:00 EST\n\n${ANSWER}\nNext message: x\n`,
    messages: 1,
  },
  {
    file: 'hypermail.html',
    format: 'hypermail-html',
    bytes: html(
      `<!-- isosent="20140613103000" --><!-- name="Al Other" --><!-- subject="Raw devices" --><!-- id="2@example.org" --><!-- body="start" --><pre>${HTML_ANSWER}</pre><!-- body="end" -->`,
    ),
    messages: 1,
  },
  {
    file: 'hyperkitty.html',
    format: 'hyperkitty',
    bytes: html(
      `<h3>Raw devices</h3><div class="email"><div class="email-author"><span class="name">Al Other</span></div><span title="Sender's time: June 13, 2014, 10:30 a.m.">x</span><div class="email-body"><p>Mo Example wrote:</p>${blockquote}</div></div>`,
    ),
    messages: 1,
  },
  {
    file: 'lore.txt',
    format: 'mail-page',
    bytes: `list archive\n help / color\nFrom: Al Other <al@example.org>\nSubject: Re: Raw devices\nDate: ${DATE}\nMessage-ID: <2@example.org>\n\n${ANSWER}`,
    messages: 1,
  },
  {
    file: 'lore.html',
    format: 'public-inbox-html',
    bytes: html(
      `<pre>list archive</pre><pre id=b>From: Al Other &lt;al@example.org&gt;\nSubject: Re: Raw devices\nDate: ${DATE}\t<a href="#r">[thread overview]</a>\nMessage-ID: &lt;2@example.org&gt; (<a href="raw">raw</a>)\n\n${HTML_ANSWER}</pre>`,
    ),
    messages: 1,
  },
  { file: 'lore-thread.txt', format: 'public-inbox-thread', bytes: thread, messages: 2 },
  {
    file: 'lore-thread.html',
    format: 'public-inbox-thread-html',
    bytes: html(`<pre>${thread.replaceAll('> ', '&gt; ')}</pre>`),
    messages: 2,
  },
  {
    file: 'lwn.txt',
    format: 'lwn-comments',
    bytes: `Raw devices\nPosted Feb 17, 2009 18:12 UTC (Tue) by Mo Example (guest, #1)\n[Link] (1 response)\n${QUOTED}\nRaw devices\nPosted Feb 17, 2009 19:12 UTC (Tue)\nby Al Other (✭ supporter ✭, #2)\n[Link]\n> ${QUOTED}\n\n${OWN}\n`,
    messages: 2,
  },
  {
    file: 'lwn-boxes.html',
    format: 'lwn-comments-html',
    bytes: html(lwnHtml(1, 'Mo Example', `<p>${QUOTED}`, lwnHtml(2, 'Al Other', `<p>&gt; ${QUOTED}<p>${OWN}`))),
    messages: 2,
  },
  {
    file: 'lwn-plain.html',
    format: 'lwn-comments-html',
    bytes: html(
      `<h3>Raw devices</h3><p>Posted Feb 17, 2009 18:12 UTC (Tue) by Al Other (guest, #1)</p><p>&gt; ${QUOTED}</p><p>${OWN}</p>`,
    ),
    messages: 1,
  },
  {
    file: 'page.txt',
    format: 'mail-page',
    bytes: `[<prev] [next>] [day]\n\nMessage-ID: <2@example.org>\nDate: ${DATE}\nFrom: Al Other <al@...mple.org>\nSubject: Re: Raw devices\n\n${ANSWER}\n[<prev] [next>]\n`,
    messages: 1,
  },
  {
    file: 'github.json',
    format: 'github-json',
    bytes: JSON.stringify([
      github(1, 'Mo Example', QUOTED, { title: 'Raw devices' }),
      github(2, 'Al Other', `> ${QUOTED}\r\n\r\n${OWN}`),
    ]),
    messages: 2,
  },
  {
    file: 'github.html',
    format: 'github-html',
    bytes: html(
      githubHtml('issue-1', 'Mo Example', `<p>${QUOTED}</p>`) + githubHtml('issuecomment-2', 'Al Other', blockquote),
      '<meta property="og:site_name" content="GitHub">',
    ),
    messages: 2,
  },
  {
    file: 'gitlab.json',
    format: 'gitlab-json',
    bytes: JSON.stringify([
      { id: 'x', notes: [note(1, 'Mo Example', QUOTED), note(2, 'Al Other', `> ${QUOTED}\n\n${OWN}`)] },
    ]),
    messages: 2,
  },
  {
    file: 'discourse.json',
    format: 'discourse-json',
    bytes: JSON.stringify({
      id: 7,
      title: 'Raw devices',
      post_stream: {
        posts: [
          discoursePost(1, 'Mo Example', QUOTED),
          discoursePost(2, 'Al Other', `[quote="Mo, post:1, topic:7"]\n${QUOTED}\n[/quote]\n${OWN}`),
        ],
      },
    }),
    messages: 2,
  },
  { file: 'plain.txt', format: 'plain-text', bytes: `${ANSWER}\n-- \nAl Other\n`, messages: 1 },
];
