import { describe, expect, it } from 'vitest';
import { bodyOf, read } from '../__fixtures__/mail.ts';
import { htmlToText } from '../html.ts';
import { mailboxKey } from '../mail/mailbox-key.ts';

describe('a saved page', () => {
  it('of pipermail gives its header, and its own id by the reply link', () => {
    const archive = read(`<!DOCTYPE HTML><HTML><BODY><H1>[list] A subject</H1><B>Mo Example</B>
      <A HREF="mailto:list%40example.org?Subject=x&In-Reply-To=%3C1%40example.org%3E">mo at example.org</A><BR><I>Fri Jun 13 10:30:00 UTC 2014</I>
      <!--beginarticle--><PRE>Al wrote:
&gt;<i> quoted &amp; kept
</I>
own
</PRE><!--endarticle--></BODY></HTML>`);
    expect(archive.format).toBe('pipermail-html');
    expect(archive.messages[0]).toMatchObject({
      id: '<1@example.org>',
      inReplyTo: null,
      subject: '[list] A subject',
      from: { name: 'Mo Example' },
      date: '2014-06-13T10:30:00Z',
    });
    expect(bodyOf(archive)).toEqual(['Al wrote:', '> quoted & kept', '', 'own']);
  });

  it('of an older pipermail gives the id of the message that it answers', () => {
    const archive = read(
      '<HTML><H1>x</H1><B>Mo</B><A HREF="mailto:l%40example.org?In-Reply-To=1%40example.org">mo</A><I>Fri Jun 13 10:30:00 UTC 2014</I><!--beginarticle--><PRE>own\n</PRE><!--endarticle--></HTML>',
    );
    expect(archive.messages[0]).toMatchObject({ inReplyTo: '<1@example.org>' });
  });

  it('of MHonArc gives the header out of its comments', () => {
    const archive = read(`<!-- MHonArc v2.6.19 -->
      <!--X-Subject: Re: A &#45; subject --><!--X-From: Mo Example &#60;mo@example.org> -->
      <!--X-Date: Fri, 13 Jun 2014 10:30:00 +0200 --><!--X-Message-Id: 2@example.org -->
      <!--X-Reference: 1@example.org --><html><body>
      <!--X-Body-of-Message--><pre>&gt; quoted
own</pre><!--X-Body-of-Message-End--></body></html>`);
    expect(archive.format).toBe('mhonarc-html');
    expect(archive.messages[0]).toMatchObject({
      id: '<2@example.org>',
      inReplyTo: '<1@example.org>',
      subject: 'Re: A - subject',
      from: { name: 'Mo Example' },
      date: '2014-06-13T08:30:00Z',
    });
    expect(bodyOf(archive)).toEqual(['> quoted', 'own']);
  });

  it('of a newer MHonArc gives the sender that it has turned round', () => {
    const page = (from: string): string =>
      `<!--X-Subject: x --><!--X-From-R13: ${from} --><html><!--X-Body-of-Message--><pre>own</pre><!--X-Body-of-Message-End--></html>`;
    const { messages } = read(page('[b Sknzcyr &#60;zbNrknzcyr.bet>'));
    expect(messages[0]?.from?.name).toBe('Mo Example');
  });

  it('of MHonArc names the nearest of its references last', () => {
    const references = ['1', '2'].map((id) => `<!--X-Reference: ${id}@example.org -->`).join('');
    const [message] = read(
      `<!--X-Subject: x -->${references}<html><!--X-Body-of-Message-->own<!--X-Body-of-Message-End--></html>`,
    ).messages;
    expect(message?.inReplyTo).toBe('<2@example.org>');
    expect(message?.references).toEqual(['<1@example.org>', '<2@example.org>']);
  });

  it('of hypermail gives the header out of its comments', () => {
    const archive = read(`<!DOCTYPE html><html><head><title>x</title></head><body>
      <!-- isosent="20140613103000" --><!-- name="Mo Example" --><!-- email="mo@example.org" -->
      <!-- subject="Re: A subject" --><!-- id="2@example.org" --><!-- inreplyto="1@example.org" -->
      <!-- body="start" --><p><em class="quotelev1">&gt; quoted</em><br>own</p><!-- body="end" --></body></html>`);
    expect(archive.format).toBe('hypermail-html');
    expect(archive.messages[0]).toMatchObject({
      id: '<2@example.org>',
      inReplyTo: '<1@example.org>',
      from: { name: 'Mo Example', mailbox: mailboxKey('mo@example.org') },
      date: '2014-06-13T10:30:00Z',
    });
    expect(bodyOf(archive)).toEqual(['> quoted', 'own']);
  });

  it('of hypermail at the W3C has its body inside a box whose line breaks count', () => {
    const archive = read(
      `<html><body><!-- name="Mo Example" --><!-- id="1@b" --><pre id="body">\n<!-- body="start" -->\n&gt; quoted\nown\n\nwords\n<!-- body="end" --></pre></body></html>`,
    );
    expect(bodyOf(archive)).toEqual(['', '> quoted', 'own', '', 'words']);
  });

  it('of HyperKitty gives one message for each box', () => {
    const box = (id: string, name: string, text: string): string => `<div class="email">
      <div class="email-header"><div class="email-author"><span class="name">${name}</span></div>
      <span title="Sender's time: June 13, 2014, 10:30 a.m.">10:30</span></div>
      <div class="email-body">${text}</div>
      <a class="reply reply-mailto" href="mailto:l@example.org?In-Reply-To=%3C${id}%3E">Reply</a></div>`;
    const archive = read(`<!DOCTYPE html><html><body><h3>A subject</h3>${box('1@example.org', 'Mo', '<p>one</p>')}
      ${box('2@example.org', 'Al', '<blockquote><p>one</p></blockquote><p>two</p>')}</body></html>`);
    expect(archive.format).toBe('hyperkitty');
    expect(archive.messages.map(({ inReplyTo }) => inReplyTo)).toEqual([null, null]);
    expect(archive.messages.map(({ id, from, subject }) => `${id} ${from?.name} ${subject}`)).toEqual([
      '<1@example.org> Mo A subject',
      '<2@example.org> Al A subject',
    ]);
    expect(bodyOf(archive, 1)).toEqual(['> one', '>', 'two']);
  });

  it('of HyperKitty sorted by thread says who answers whom', () => {
    const box = (id: number, level: number): string =>
      `<div class="odd ${level === 0 ? '' : `reply-level-${level}`}"><div class="email-author"><span class="name">N${id}</span></div><div class="email-body">${id}</div><a class="reply reply-mailto" href="mailto:l?In-Reply-To=&lt;${id}%40b&gt;">Reply</a></div>`;
    const levels = [0, 1, 2, 2, 1, 3];
    const { messages } = read(`<!DOCTYPE html><html>${levels.map((level, at) => box(at, level)).join('')}</html>`);
    expect(messages.map(({ inReplyTo }) => inReplyTo)).toEqual([null, '<0@b>', '<1@b>', '<1@b>', '<0@b>', '<4@b>']);
  });

  it('of HyperKitty has its quotations, whose marks it takes away, in their depth', () => {
    const page = (body: string): string[] =>
      bodyOf(
        read(
          `<!DOCTYPE html><html><div class="email-author"><span class="name">Cy</span></div><div class="email-body">${body}</div></html>`,
        ),
      )
        .map((line) => line.trimEnd())
        .filter((line) => !/^[> ]*$/.test(line));
    const switched = '<div class="quoted-switch"><a href="#">...</a></div>';
    const expected = ['On Friday, Al wrote:', '> first', '> On Thursday, Mo wrote:', '> > second', 'own', 'words'];
    const older = `On Friday, Al wrote:\n${switched}<div class="quoted-text quoted-text-0"> first\n On Thursday, Mo wrote:\n<div class="quoted-text quoted-text-1"> second </div></div>own\nwords\n`;
    expect(page(older).map((line) => line.replace(/^((?:> )*) +/, '$1'))).toEqual(expected);
    const newer = `<p>On Friday, Al wrote:</p>\n${switched}<blockquote class="blockquote quoted-text"><p>first\nOn Thursday, Mo wrote:</p>\n${switched}<blockquote class="blockquote quoted-text"><p>second</p>\n</blockquote></blockquote><p>own\nwords</p>\n`;
    expect(page(newer)).toEqual(expected);
  });

  it('of public-inbox is read like the mail that it shows', () => {
    const archive =
      read(`<html><head><title>x</title></head><body><pre>list archive</pre><pre id=b>From: Mo Example &lt;mo@example.org&gt;
To: l@example.org
Subject: <a href="#r" id=t>Re: A subject</a>
Date: Fri, 13 Jun 2014 10:30:00 +0200	<a href="#r">[thread overview]</a>
Message-ID: &lt;2@example.org&gt; (<a href="raw">raw</a>)
In-Reply-To: &lt;<a href="../1/">1@example.org</a>&gt;

Al wrote:
<span class="q">&gt; quoted
</span>
own
</pre></body></html>`);
    expect(archive.format).toBe('public-inbox-html');
    expect(archive.messages[0]).toMatchObject({ id: '<2@example.org>', inReplyTo: '<1@example.org>' });
    expect(bodyOf(archive)).toEqual(['Al wrote:', '> quoted', '', 'own']);
  });

  const threadMail = (
    id: string,
    anchor: string,
    subject: string,
    name: string,
    minute: number,
    body: string,
  ): string =>
    `<pre><a\nhref=#e${anchor}\nid=m${anchor}>*</a> <b>${subject}</b>\n<b>@ 2014-06-13 10:${minute} ${name}</b>\n  <a\nhref=#r${anchor}>0 siblings, 1 reply; 3+ messages in thread</a>
From: ${name} @ 2014-06-13 10:${minute} UTC (<a\nhref="../../${id}/">permalink</a> / <a\nhref="../../${id}/raw">raw</a>)
  To: list; <b>+Cc:</b> Al Other

${body}

<a\nhref=#m${anchor}\nid=e${anchor}>^</a> <a\nhref="../../${id}/">permalink</a> <a\nhref="../../${id}/raw">raw</a> <a\nhref="../../${id}/#R">reply</a>\t[<a\nhref="../../${id}/T/#u"><b>flat</b></a>|<a\nhref="../../${id}/t/#u">nested</a>] <a\nhref=#r${anchor}>3+ messages in thread</a></pre>`;
  const anchorOf = (digit: string): string => digit.repeat(40);
  const overview = `<hr><pre>end of thread, other threads:[<a href="../../">newest</a>]

<b id=t>Thread overview:</b> 3+ messages (download: <a href="../t.mbox.gz">mbox.gz</a>)
-- links below jump to the message on this page --
     [not found] &lt;<a href="../../lost@example.org/">lost@example.org</a>&gt;
2014-06-13 10:30 \` <a\nhref="#m${anchorOf('a')}"\nid=r${anchorOf('a')}>A plan</a> Mo Example
2014-06-13 10:31   \` <a\nhref="#m${anchorOf('b')}"\nid=r${anchorOf('b')}>Al Other</a>
2014-06-13 10:31   \` <a\nhref="#m${anchorOf('c')}"\nid=r${anchorOf('c')}>A side</a> Al Other
</pre>`;
  const threadHtml = `<html><head><title>x</title></head><body><form><pre>list archive</pre></form>${[
    threadMail('1@example.org', anchorOf('a'), 'A plan', 'Mo Example', 30, 'I have a plan.'),
    threadMail(
      '2%2Bx@example.org',
      anchorOf('b'),
      'Re: A plan',
      'Al Other',
      31,
      '<span\nclass="q">&gt; I have a plan.\n</span>\nNo.',
    ),
    threadMail('3@example.org', anchorOf('c'), 'A side', 'Al Other', 31, 'See https://example.org/x@y/ there.'),
  ].join('<hr>')}${overview}</body></html>`;

  it('of a public-inbox thread gives all its mails, with who answers whom', () => {
    const archive = read(threadHtml);
    expect(archive.format).toBe('public-inbox-thread-html');
    expect(archive.messages.map(({ id, inReplyTo, subject }) => [id, inReplyTo, subject])).toEqual([
      ['<1@example.org>', null, 'A plan'],
      ['<2+x@example.org>', '<1@example.org>', 'Re: A plan'],
      ['<3@example.org>', '<1@example.org>', 'A side'],
    ]);
    expect(archive.messages[1]).toMatchObject({ from: { name: 'Al Other' }, date: '2014-06-13T10:31:00Z' });
    expect(bodyOf(archive, 1)).toEqual(['', '> I have a plan.', '', 'No.', '']);
    const lines = archive.messages.flatMap((message) => message.lines);
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.every(({ part }) => part === '1')).toBe(true);
  });

  it('of a public-inbox thread is read as text as well', () => {
    const archive = read(htmlToText(threadHtml));
    expect(archive.format).toBe('public-inbox-thread');
    const [root] = archive.messages;
    expect(archive.messages.map(({ inReplyTo }) => inReplyTo)).toEqual([null, null, root?.id]);
    expect(bodyOf(archive, 1)).toEqual(['', '> I have a plan.', '', 'No.', '']);
  });

  const lwnComment = (number: number, name: string, body: string, inside = '', responses = ''): string =>
    `<details class="CommentBox" open><summary><h3 class="CommentTitle">A title</h3>
<p class="CommentPoster"><b>Posted Feb 17, 2009 18:12 UTC (Tue)</b> by <b>${name}</b> (✭ supporter ✭, #${number}) [<a href="/Articles/10${number}/">Link</a>] ${responses}
</p></summary><div class="FormattedComment"><p>${body}<p>See <a href="/Articles/999/">this</a>.</div>
<div class="CommentReplyButton"><input type="submit" value="Reply to this comment"></div><p>${inside}</details>`;

  it('of LWN gives its comments, each answering the one in whose box it stands', () => {
    const nested = lwnComment(
      1,
      'mo',
      '&gt; quoted<br>own',
      lwnComment(2, 'al', 'no', lwnComment(3, 'cy', 'why')) + lwnComment(4, 'di', 'yes'),
    );
    const archive = read(`<html><body>${nested}${lwnComment(5, 'ed', 'apart')}</body></html>`);
    expect(archive.format).toBe('lwn-comments-html');
    expect(archive.messages.map(({ id, inReplyTo, from }) => `${id} ${inReplyTo} ${from?.name}`)).toEqual([
      '<101@lwn.net> null mo',
      '<102@lwn.net> <101@lwn.net> al',
      '<103@lwn.net> <102@lwn.net> cy',
      '<104@lwn.net> <101@lwn.net> di',
      '<105@lwn.net> null ed',
    ]);
    expect(archive.messages[0]).toMatchObject({ date: '2009-02-17T18:12:00Z', subject: 'A title' });
    expect(bodyOf(archive)).toEqual(['> quoted', 'own', '', 'See this.']);
  });

  it('of LWN without boxes inside boxes has its tree by the numbers of responses', () => {
    const flat = [
      lwnComment(1, 'mo', 'one', '', '(2 responses)'),
      lwnComment(2, 'al', 'two', '', '(1 response)'),
      lwnComment(3, 'cy', 'three'),
      lwnComment(4, 'di', 'four'),
    ];
    const parents = (text: string): unknown[] => read(text).messages.map(({ inReplyTo }) => inReplyTo);
    expect(parents(`<html><body>${flat.join('')}</body></html>`)).toEqual([
      null,
      '<101@lwn.net>',
      '<102@lwn.net>',
      null,
    ]);
  });

  const githubPost = (
    id: string,
    author: string,
    body: string,
  ): string => `<div id="${id}"><h3><a class="author Link--primary" href="/${author}">${author}</a>
      commented <relative-time datetime="2026-01-15T10:30:00Z">Jan 15</relative-time></h3>
      <div class="comment-body markdown-body js-comment-body">${body}</div></div>`;
  const githubPage = (...parts: string[]): string =>
    `<html><head><meta property="og:title" content="A title · Pull Request #1 · a/b"><title>GitHub</title></head><body>${parts.join('')}</body></html>`;

  it('of GitHub gives its posts and passes over what happened between them', () => {
    const event =
      '<div><a class="author">zoe</a> added a label <relative-time datetime="2026-01-16T00:00:00Z">Jan 16</relative-time></div>';
    const archive = read(
      githubPage(
        githubPost('issue-1001', 'mo', '<p>opening</p>'),
        event,
        githubPost('issuecomment-1002', 'al', '<blockquote><p>opening</p></blockquote><p>no</p>'),
        `<div class="js-comments-holder">${githubPost('discussion_r1003', 'cy', '<p>here</p>')}${githubPost('discussion_r1004', 'mo', '<p>there</p>')}</div>`,
      ),
    );
    expect(archive.format).toBe('github-html');
    expect(archive.messages.map(({ id, inReplyTo, from }) => `${id} ${inReplyTo} ${from?.name}`)).toEqual([
      '<github-1001@github.com> null mo',
      '<github-1002@github.com> <github-1001@github.com> al',
      '<github-1003@github.com> <github-1001@github.com> cy',
      '<github-1004@github.com> <github-1003@github.com> mo',
    ]);
    expect(archive.messages[1]).toMatchObject({ date: '2026-01-15T10:30:00Z', subject: 'A title' });
    expect(bodyOf(archive, 1)).toEqual(['> opening', '>', 'no']);
  });

  it('of GitHub has in its depth what an answer by mail quotes, whose marks the page takes away', () => {
    const body = `<div class="email-fragment">No.\nNever.</div>\n<span class="email-hidden-toggle"><a href="#">…</a></span><div class="email-hidden-reply"><div class="email-quoted-reply">On Friday, mo wrote:\n first\n&gt; deeper</div>\n</div>`;
    const archive = read(githubPage(githubPost('issuecomment-1', 'al', body)));
    const lines = bodyOf(archive).filter((line) => line.trim() !== '');
    expect(lines).toEqual(['No.', 'Never.', '> On Friday, mo wrote:', '>  first', '> > deeper']);
  });

  it('of GitHub’s newer issues is known by its test ids', () => {
    const post = (author: string, testid: string, body: string): string =>
      `<div><a data-testid="${testid}" href="/${author}">${author}</a> <relative-time datetime="2026-01-15T10:30:00Z">x</relative-time><div data-testid="markdown-body"><div class="markdown-body">${body}</div></div></div>`;
    const archive = read(
      githubPage(
        '<h1><bdi data-testid="issue-title-text">Another title</bdi></h1>',
        post('mo', 'issue-body-header-author', '<p>one</p>'),
        post('al', 'avatar-link', '<p>two</p>'),
      ),
    );
    expect(archive.messages.map(({ from, subject }) => `${from?.name} ${subject}`)).toEqual([
      'mo Another title',
      'al Another title',
    ]);
    expect(bodyOf(archive, 1)).toEqual(['two']);
  });

  it('of LWN is read like its text', () => {
    const archive = read(
      '<html><body><h3>A title</h3><p>Posted Feb 17, 2009 18:12 UTC (Tue) by mo (guest, #1)</p><p>words</p></body></html>',
    );
    expect(archive.format).toBe('lwn-comments-html');
    expect(archive.messages[0]?.from?.name).toBe('mo');
    expect(bodyOf(archive)).toEqual(['', 'words']);
  });

  it('in another charset says so in its head', () => {
    const page =
      '<html><head><meta charset="koi8-r"></head><!--beginarticle--><pre>\xc4\xc1\n</pre><!--endarticle--></html>';
    expect(bodyOf(read(page, 'latin1'))).toEqual(['да']);
  });
});

describe('HTML as text', () => {
  it.each([
    ['a<br>b', 'a\nb\n'],
    ['<p>a</p><p>b</p>', 'a\n\nb\n'],
    ['<ul><li>a<li>b</ul>', '* a\n* b\n'],
    ['<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc\n'],
    ['<blockquote>a<blockquote>b</blockquote></blockquote>c', '> a\n> > b\nc\n'],
    ['a<script>alert(1)</script><style>p{}</style>b', 'ab\n'],
    ['<table><tr><td>a<td>b</tr><tr><td>c</table>', 'a b\nc\n'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c\n'],
    ['', ''],
  ])('%j is %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('nested a hundred thousand deep ends somewhere, and not in a flood of marks', () => {
    expect(htmlToText(`${'<blockquote>'.repeat(100_000)}x`).length).toBeLessThan(1000);
  });
});
