import { describe, expect, it } from 'vitest';
import { bodyOf, read } from '../__fixtures__/mail.ts';
import { htmlToText } from '../html.ts';

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

  it('of hypermail gives the header out of its comments', () => {
    const archive = read(`<!DOCTYPE html><html><head><title>x</title></head><body>
      <!-- isosent="20140613103000" --><!-- name="Mo Example" --><!-- email="mo@example.org" -->
      <!-- subject="Re: A subject" --><!-- id="2@example.org" --><!-- inreplyto="1@example.org" -->
      <!-- body="start" --><p><em class="quotelev1">&gt; quoted</em><br>own</p><!-- body="end" --></body></html>`);
    expect(archive.format).toBe('hypermail-html');
    expect(archive.messages[0]).toMatchObject({
      id: '<2@example.org>',
      inReplyTo: '<1@example.org>',
      from: { name: 'Mo Example', address: 'mo@example.org' },
      date: '2014-06-13T10:30:00Z',
    });
    expect(bodyOf(archive)).toEqual(['> quoted', 'own']);
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
    expect(archive.messages.map(({ id, from, subject }) => `${id} ${from?.name} ${subject}`)).toEqual([
      '<1@example.org> Mo A subject',
      '<2@example.org> Al A subject',
    ]);
    expect(bodyOf(archive, 1)).toEqual(['> one', '>', 'two']);
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
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c\n'],
    ['', ''],
  ])('%j is %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('nested a hundred thousand deep ends somewhere, and not in a flood of marks', () => {
    expect(htmlToText(`${'<blockquote>'.repeat(100_000)}x`).length).toBeLessThan(1000);
  });
});
