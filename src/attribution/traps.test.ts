import { describe, expect, it } from 'vitest';
import { lastOf, said, thread, zoned } from './__fixtures__/say.ts';

const WROTE_AL = 'On Fri, 13 Jun 2014 10:30:00 +0200, Al Other <al@example.org> wrote:';
/** Who says what in a single mail by Mo Example, the attribution lines left out. */
const who = (body: string, fields: Readonly<Record<string, string>> = {}): string[] => {
  const message = lastOf({ fields, body });
  const lines = { ...message, lines: message.lines.filter(({ zone }) => zone !== 'attribution') };
  return said(lines);
};
const zones = (body: string): string[] => zoned(lastOf({ body }));

describe('the right speaker in spite of', () => {
  it('an attribution wrapped over three lines, within a quotation that lost a mark', () => {
    const body = `${WROTE_AL}\n> On Fri, 13 Jun 2014 10:30:00 +0200,\n> Bo Third\n> <bo@example.org> wrote:\n> > a\n> b\n`;
    expect(who(body)).toEqual(['2 Bo Third: a', '1 Al Other: b']);
  });

  it('the attribution of mu4e, which stands above two marks at once', () => {
    const body = 'Al Other <al@example.org> [21. May 2021]:\n\n>> a\n>> b\n';
    expect(who(body, { To: 'Al Other <al@example.org>', Subject: 'Re: x' })).toEqual(['2 ?: a', '2 ?: b']);
  });

  it('a name on one line, and `<address> wrote:` on the next', () => {
    expect(who('Al Other\n<al@example.org> wrote:\n> a\n')).toEqual(['1 Al Other: a']);
  });

  it('the header that Zimbra quotes inside the marks', () => {
    const body =
      '----- Ursprüngliche Mail -----\n> Von: "Al Other" <al@example.org>\n> An: "Mo" <mo@example.org>\n> Gesendet: Freitag\n>\n> a\n\nown\n';
    expect(who(body)).toEqual(['1 Al Other: a', '0 Mo Example: own']);
  });

  it.each(['writes', 'said', 'asks', 'replied'])('a verb other than wrote: Al Other %s', (verb) => {
    expect(who(`Al Other ${verb}:\n> a\n`)).toEqual(['1 Al Other: a']);
  });

  it('prose that looks like an attribution: it needs a mark or a date after it', () => {
    expect(zones('On the other hand, as the old manual wrote:\nthis is own text\n')).toEqual([
      'prose: On the other hand, as the old manual wrote:',
      'prose: this is own text',
    ]);
  });

  it('an attribution without any mark after it: below an answer all is quoted, and said to be inferred', () => {
    const message = lastOf({ body: `I agree with it.\n\n${WROTE_AL}\n\nold words\nmore old words\n` });
    expect(said(message).slice(-2)).toEqual(['0 Al Other: old words', '0 Al Other: more old words']);
    expect(message.lines.at(-2)).toMatchObject({ basis: 'inferred', reason: expect.stringContaining('without marks') });
  });

  it('an attribution on top without any mark after it: nobody is named, for own and quoted words are mixed', () => {
    const message = lastOf({ body: `${WROTE_AL}\n\nold words\n\nown words\n` });
    expect(said(message).slice(1)).toEqual(['0 ?: old words', '0 ?: own words']);
    expect(message.lines.at(-2)?.reason).toContain('no mark');
  });

  it('an attribution without any mark, where the thread holds the original: the text decides', () => {
    const old = 'the first long line that Al wrote\nthe second long line that Al wrote\n';
    const last = lastOf(...thread(['Al Other', old], ['Bo Third', `${WROTE_AL}\n\n${old}\nI do not think so\n`]));
    expect(said(last).slice(1)).toEqual([
      '0 Al Other: the first long line that Al wrote',
      '0 Al Other: the second long line that Al wrote',
      '0 Bo Third: I do not think so',
    ]);
  });

  it('Outlook’s header with folded fields, and a pasted raw header that is none', () => {
    const outlook =
      'own\n\nFrom: Al Other\nSent: Friday, June 13, 2014 10:30 AM\nTo: Bo Third; Cy Fourth;\n Dee Fifth\nSubject: y\n\nold\n';
    expect(who(outlook)).toEqual(['0 Mo Example: own', '0 Al Other: old']);
    const pasted =
      'see the header:\n\nReceived: from a by b\nFrom: Al Other <al@example.org>\nTo: Mo\nSubject: y\n\nown\n';
    expect(who(pasted).at(-1)).toBe('0 Mo Example: own');
  });

  it('a rule such as -----Original Message----- with no header below it: nobody is named unless the thread tells', () => {
    const body = 'own words\n\n-----Original Message-----\n\nold words\n';
    expect(who(body)).toEqual(['0 Mo Example: own words', '0 ?: old words']);
    const last = lastOf(...thread(['Al Other', 'something else\n'], ['Bo Third', body]));
    expect(said(last).at(-1)).toBe('0 Al Other: old words');
    expect(last.lines.at(-2)?.basis).toBe('inferred');
  });

  it('a forwarded message: its writer speaks below the header', () => {
    const body =
      'see below\n\nBegin forwarded message:\n\nFrom: Al Other <al@example.org>\nSubject: y\nDate: 13 June 2014\n\nold words\n';
    expect(who(body)).toEqual(['0 Mo Example: see below', '0 Al Other: old words']);
  });

  it.each([
    ['> > a', 2],
    ['>> a', 2],
    ['> >> a', 3],
    ['>  > a', 2],
    ['>a', 1],
    ['>>>a', 3],
    ['> | a', 2],
    ['>| a', 2],
    ['>: a', 2],
    ['> AO> a', 2],
  ])('marks set in any way: %s is %i deep', (line, depth) => {
    const inner = line.endsWith('AO> a') ? 'Al Other writes:' : 'Al Other wrote:';
    const words = ['words', 'more words', 'other words'].map((text) => line.replace(/a$/, text));
    const message = lastOf({ body: `Bo Third wrote:\n> ${inner}\n${words.join('\n')}\n` });
    const quoted = message.lines.filter(({ raw }) => raw.endsWith('words'));
    expect(quoted.map((one) => one.depth)).toEqual([depth, depth, depth]);
    if (depth === 2) expect(new Set(quoted.map(({ speaker }) => speaker))).toEqual(new Set(['Al Other']));
  });

  it.each([
    [':', ':first words here\n:second words here\n:\n:third words here\n'],
    ['|', '| first words here\n| second words here\n| third words here\n'],
    ['%', '% first words here\n% second words here\n% third words here\n'],
    ['}', '} first words here\n} second words here\n} third words here\n'],
    ['Name>', 'Al> first words here\nAl> second words here\nAl> third words here\n'],
  ])('quoting with %s instead of >', (_, quoted) => {
    expect(who(`Al Other wrote:\n${quoted}\nown words\n`)).toEqual([
      '1 Al Other: first words here',
      '1 Al Other: second words here',
      '1 Al Other: third words here',
      '0 Mo Example: own words',
    ]);
  });

  it('an example with a bar beside it in a message that quotes with >: it stays its writer’s own', () => {
    const body = 'Al Other wrote:\n> why?\n\nFor this:\n\n| first it waits\n| then it writes\n| then it sleeps\n';
    expect(
      who(body)
        .slice(1)
        .every((line) => line.startsWith('0 Mo Example')),
    ).toBe(true);
  });

  it('indentation instead of a mark, below an attribution line', () => {
    const message = lastOf({ body: 'Al Other wrote:\n\n    old words\n    and more of them\n\nown words\n' });
    expect(said(message).slice(1)).toEqual([
      '0 Al Other: old words',
      '0 Al Other: and more of them',
      '0 Mo Example: own words',
    ]);
    expect(message.lines.find(({ raw }) => raw.includes('old words'))?.basis).toBe('inferred');
  });

  it('the > of a diff, of a comparison, of a prompt, of a file’s name', () => {
    const patch = '@@ -1,2 +1,2 @@\n-a > b\n+> c\n if (a > b) <file>\n';
    expect(
      who(`own\n\n${patch}\nown: a > b holds, see <file>\n`).every((line) => line.startsWith('0 Mo Example')),
    ).toBe(true);
    expect(who('Try it:\n\n>>> x = 1\n>>> print(x)\n').every((line) => line.startsWith('0 Mo Example'))).toBe(true);
    expect(who('words\n\n7d6\n< old words\n8a8\n> new words\n').every((line) => line.startsWith('0 Mo Example'))).toBe(
      true,
    );
  });

  it('blanks before the marks', () => {
    expect(who('Al Other wrote:\n > one\n > two\n > three\n\nown\n')).toEqual([
      '1 Al Other: one',
      '1 Al Other: two',
      '1 Al Other: three',
      '0 Mo Example: own',
    ]);
  });

  it('lines that a mailer wrapped anew, so that their tails have no mark', () => {
    const long = 'a quoted line that was so long that the mailer on the way had to break';
    const body = `Al Other wrote:\n> ${long}\nit off\n> and one more of them, as long as the first, that was broken also\nright here\n> end\n\nown\n`;
    const message = lastOf({ body });
    expect(
      said(message)
        .filter((line) => line.startsWith('0'))
        .slice(1),
    ).toEqual(['0 Al Other: it off', '0 Al Other: right here', '0 Mo Example: own']);
    expect(message.lines.find(({ raw }) => raw === 'it off')?.basis).toBe('inferred');
  });

  it('a short answer between two quoted lines, which is no such tail', () => {
    const body =
      'Al Other wrote:\n> Should it wait until the queue is empty, or write at once and return?\nit should wait\n> And who wakes it?\n';
    expect(who(body)[1]).toBe('0 Mo Example: it should wait');
  });

  it('an answer glued to the quotation without a blank line', () => {
    expect(who('Al Other wrote:\n> one\nown\n> > deep\n> two\nown again\n', {})).toEqual([
      '1 Al Other: one',
      '0 Mo Example: own',
      '2 ?: deep',
      '1 Al Other: two',
      '0 Mo Example: own again',
    ]);
  });

  it('Apple Mail, whose attribution line stands inside the quotation', () => {
    expect(who('> On Jun 13, 2014, at 10:30 AM, Al Other <al@example.org> wrote:\n>\n> old words\n\nown\n')).toEqual([
      '1 Al Other: old words',
      '0 Mo Example: own',
    ]);
  });

  it.each(['[...]', '[…]', '<snip>', '[snip]', '(..)', '...'])(
    'the elision %s: the writer’s own, and no words',
    (mark) => {
      expect(who(`Al Other wrote:\n> one\n${mark}\n> two\n`)).toEqual([
        '1 Al Other: one',
        `0 Mo Example: ${mark}`,
        '1 Al Other: two',
      ]);
    },
  );

  it('two people quoted at one depth, one after the other', () => {
    expect(who('Al Other wrote:\n> a\n\nBo Third wrote:\n> b\n')).toEqual(['1 Al Other: a', '1 Bo Third: b']);
  });

  it('marks deeper than the attribution lines that were kept: nobody is named', () => {
    expect(who('Al Other wrote:\n> Bo Third wrote:\n> >> > > deep\n')).toEqual(['5 ?: deep']);
  });

  it('somebody who quotes himself, and a document that no message holds', () => {
    const last = lastOf(
      ...thread(
        ['Al Other', 'what I said at first about it all\n'],
        ['Al Other', '> what I said at first about it all\n\nI was wrong\n'],
      ),
    );
    expect(said(last)).toEqual(['1 Al Other: what I said at first about it all', '0 Al Other: I was wrong']);
    expect(who('The standard has this:\n> words of the standard\n')).toEqual([
      '0 Mo Example: The standard has this:',
      '1 ?: words of the standard',
    ]);
  });

  it('HTML whose wrapper of the quotation holds answers, and a quotation without a writer', () => {
    const html =
      '<div class="gmail_quote"><div>On Fri, 13 Jun 2014 at 10:30, Al Other &lt;al@example.org&gt; wrote:</div>' +
      '<blockquote><p>old words</p></blockquote><p>an answer</p><blockquote><p>more old words</p></blockquote></div>';
    const message = lastOf({ fields: { 'Content-Type': 'text/html' }, body: html });
    expect(said(message).slice(-3)).toEqual([
      '1 Al Other: old words',
      '0 Mo Example: an answer',
      '1 Al Other: more old words',
    ]);
  });

  it('a byte order mark or a zero-width blank before the mark', () => {
    expect(who('Al Other wrote:\n\u200B> a\n\uFEFF> b\n')).toEqual(['1 Al Other: a', '1 Al Other: b']);
  });

  it('a writer who is known from the signature alone', () => {
    const page = 'Al: pipes\n\n[Date Prev][Date Next][Thread Prev][Thread Next]\n\nwords\n\n-- \nMing Example\n';
    const message = lastOf({ fields: { From: '' }, body: page });
    expect(message).toMatchObject({ from: { name: 'Ming Example' }, fromBasis: 'signature' });
  });
});

describe('the right zone in spite of', () => {
  it('a signature without its blank, two signatures, and one below a quotation', () => {
    expect(zones('words\n--\nMo\n')).toEqual(['prose: words', 'signature: --', 'signature: Mo']);
    expect(
      zones('words\n-- \nMo\n-- \nThe Company\n')
        .slice(1)
        .every((line) => line.startsWith('signature')),
    ).toBe(true);
    expect(zones(`words\n\n-- \nMo\n\n${WROTE_AL}\n> old words\n`).at(-1)).toBe('prose: old words');
  });

  it('dashes in tables and digests, which are no signature', () => {
    expect(
      zones('name\n--------\nwords\n\nHeading\n-------\n\nmore words\n').filter((line) => line.startsWith('signature')),
    ).toEqual([]);
  });

  it('footnotes and afterthoughts below the signature: they are words again', () => {
    expect(zones('words\n\n-- \nMo Example\n\nPS: I forgot to say that it works.\n').at(-1)).toBe(
      'prose: PS: I forgot to say that it works.',
    );
    expect(zones('as in [1]\n\n-- \nMo Example\n\n[1] This note explains what I meant.\n').at(-1)).toBe(
      'prose: [1] This note explains what I meant.',
    );
    expect(zones('as in [1]\n\n-- \nMo Example\n\n[1] https://example.org/a\n').at(-1)).toBe(
      'code: [1] https://example.org/a',
    );
  });

  it('trailers: somebody signs, nobody argues', () => {
    const trailers = ['Acked-by: Al Other <al@example.org>', 'NAKed-by: Bo Third <bo@example.org>'];
    expect(zones(`Looks good to me.\n\n${trailers.join('\n')}\n`)).toEqual([
      'prose: Looks good to me.',
      ...trailers.map((line) => `signature: ${line}`),
    ]);
  });
});
