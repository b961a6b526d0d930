import { describe, expect, it } from 'vitest';
import { lastOf, said, thread, zoned } from './__fixtures__/say.ts';

const WROTE_AL = 'On Fri, 13 Jun 2014 10:30:00 +0200, Al Other wrote:';

describe('an attribution line', () => {
  it('opens the depth below its own, and several stacked open one each', () => {
    const body = `${WROTE_AL}\n> Bo Third wrote:\n> > deep\n> mid\nown\n`;
    expect(said(lastOf({ body }))).toEqual([
      `0 Mo Example: ${WROTE_AL}`,
      '1 Al Other: Bo Third wrote:',
      '2 Bo Third: deep',
      '1 Al Other: mid',
      '0 Mo Example: own',
    ]);
  });

  it('may be wrapped over two and three lines, also inside a quotation, but not over a blank one', () => {
    const wrapped = 'On Fri, 13 Jun 2014 10:30:00 +0200,\nAl Other <al@example.org>\nwrote:\n> a\n';
    expect(said(lastOf({ body: wrapped })).at(-1)).toBe('1 Al Other: a');
    const inside = `${WROTE_AL}\n> On Fri, 13 Jun 2014 10:30:00 +0200, Bo Third\n> <bo@example.org> wrote:\n> > a\n`;
    expect(said(lastOf({ body: inside })).at(-1)).toBe('2 Bo Third: a');
    const parted = 'On Fri, 13 Jun 2014 10:30:00 +0200\n\nAl Other wrote:\n> a\n';
    expect(said(lastOf({ body: parted })).at(-1)).toBe('1 Al Other: a');
    expect(zoned(lastOf({ body: parted }))[0]).toBe('prose: On Fri, 13 Jun 2014 10:30:00 +0200');
  });

  it('may have lost its mark where it was wrapped once more', () => {
    const body = `${WROTE_AL}\n> On Fri, 13 Jun 2014 10:30:00 +0200, Bo Third\nwrote:\n> > a\n`;
    expect(said(lastOf({ body })).at(-1)).toBe('2 Bo Third: a');
  });

  it('keeps its depth when quoting resumes, also after a change of depth without a blank line', () => {
    const body = `${WROTE_AL}\n> one\nown\n> two\n> > deeper\n> three\n`;
    expect(said(lastOf({ body })).filter((line) => line.startsWith('1'))).toEqual([
      '1 Al Other: one',
      '1 Al Other: two',
      '1 Al Other: three',
    ]);
  });

  it('divides two people who are quoted one after the other', () => {
    const body = `Al Other wrote:\n> a\nanswer to a\nBo Third wrote:\n> b\nanswer to b\n`;
    const quoted = said(lastOf({ body })).filter((line) => line.startsWith('1'));
    expect(quoted).toEqual(['1 Al Other: a', '1 Bo Third: b']);
  });

  it('does not arise from a sentence, with a quotation after it or not', () => {
    const body = `${WROTE_AL}\n> a\nThe manual says:\n> b\nI said in 2012:\nnothing\n`;
    expect(zoned(lastOf({ body })).slice(2)).toEqual([
      'prose: The manual says:',
      'prose: b',
      'prose: I said in 2012:',
      'prose: nothing',
    ]);
  });

  it('by its address finds the name that the headers know', () => {
    const first = { fields: { From: 'Al Other <al@example.org>', Subject: 'y' }, body: 'unrelated' };
    const body = 'On 13/06/2014 10:30, al@example.org wrote:\n> quoted words\n';
    expect(said(lastOf(first, { body })).at(-1)).toBe('1 Al Other: quoted words');
    expect(said(lastOf({ body })).at(-1)).toBe('1 al: quoted words');
  });

  it('with initials before the marks names whom it introduces', () => {
    const body = '>>>>> "AO" == Al Other <al@example.org> writes:\n\nAO> one\nAO> two\nAO> three\n\nown\n';
    expect(said(lastOf({ body })).slice(1)).toEqual([
      '1 Al Other: one',
      '1 Al Other: two',
      '1 Al Other: three',
      '0 Mo Example: own',
    ]);
  });

  it('that quotes a whole header names the writer of all that follows at its depth', () => {
    const body =
      'own\n\n-----Original Message-----\nFrom: Al Other [mailto:al@example.org]\nSent: Friday\nTo: Mo\n\nold words\n> older\n';
    expect(said(lastOf({ fields: { To: 'Al Other <al@example.org>', Subject: 'Re: x' }, body }))).toEqual([
      '0 Mo Example: own',
      '0 Mo Example: -----Original Message-----',
      '0 Mo Example: From: Al Other [mailto:al@example.org]',
      '0 Mo Example: Sent: Friday',
      '0 Mo Example: To: Mo',
      '0 Al Other: old words',
      '1 ?: older',
    ]);
  });
});

describe('a depth that nobody named', () => {
  const basis = (body: string, fields = {}): string => {
    const line = lastOf({ fields, body }).lines.findLast(({ zone }) => zone === 'prose');
    return `${line?.speaker} ${line?.basis}`;
  };

  it('is never given to the last name seen', () => {
    expect(basis(`${WROTE_AL}\n> > deep`)).toBe('null unknown');
    expect(basis('> quoted')).toBe('null unknown');
  });

  it('is concluded where two people answer each other', () => {
    expect(basis('Al Other wrote:\n> Bo Third wrote:\n> > Al Other wrote:\n> > > > deep')).toBe('Bo Third inferred');
    expect(basis('Al Other wrote:\n> Bo Third wrote:\n> > Cy Fourth wrote:\n> > > > deep')).toBe('null unknown');
  });

  it('is concluded from a greeting, a closing, the addressee, the header or the ids of the references', () => {
    const to = { To: 'Al Other <al@a.example>, Bo Third <bo@b.example>', Subject: 'Re: x' };
    expect(basis('> Hi Bo,\n> thanks\n>> deep', to)).toBe('Bo Third inferred');
    expect(basis('>> deep\n>> Thanks,\n>> Bo\n\n>> deep', to)).toBe('Bo Third inferred');
    expect(basis('> quoted', to)).toBe('Al Other inferred');
    expect(
      basis('> quoted', { 'In-Reply-To': '<1@c.example> (Cy Fourth\'s message of "Fri")', Subject: 'Re: x' }),
    ).toBe('Cy Fourth inferred');
    expect(basis('>> deep', { ...to, References: '<1@mail.b.example> <2@mail.a.example>' })).toBe('Bo Third inferred');
  });

  it('is not concluded from an addressee where the mail answers nobody, or a list', () => {
    expect(basis('> quoted', { To: 'Al Other <al@a.example>' })).toBe('null unknown');
    expect(basis('> quoted', { To: 'Talk <talk@lists.example.org>', Subject: 'Re: x' })).toBe('null unknown');
  });

  it('says why', () => {
    const reasons = lastOf({ body: `${WROTE_AL}\n> > deep` }).lines.map(({ reason }) => reason);
    expect(reasons.filter(Boolean)).toEqual(['no attribution line names the writer at this depth']);
  });
});

describe('where the thread is there', () => {
  it('its text decides, and the original is named', () => {
    const last = lastOf(...thread(['Al Other', 'first words here\n\nmore\n'], ['Bo Third', '> first words here\n']));
    const line = last.lines.find(({ raw }) => raw.startsWith('>'));
    expect(line).toMatchObject({
      speaker: 'Al Other',
      basis: 'original',
      original: { message: '<0@example.org>', line: 6 },
    });
  });

  it('its text decides against a wrong attribution line, and for the lines beside it', () => {
    const body =
      'Cy Fourth wrote:\n> the first words that Al wrote here\n> the second words that Al wrote here\n> changed\n';
    const last = lastOf(
      ...thread(
        ['Al Other', 'the first words that Al wrote here\nthe second words that Al wrote here\nthird\n'],
        ['Bo Third', body],
      ),
    );
    expect(said(last).slice(1)).toEqual([
      '1 Al Other: the first words that Al wrote here',
      '1 Al Other: the second words that Al wrote here',
      '1 Al Other: changed',
    ]);
  });

  it('its text tells two people at one depth apart', () => {
    const last = lastOf(
      ...thread(
        ['Al Other', 'what Al has to say about it\n'],
        ['Bo Third', '> what Al has to say about it\nwhat Bo has to say about it\n'],
        ['Cy Fourth', '> what Al has to say about it\n> what Bo has to say about it\n'],
      ),
    );
    expect(said(last)).toEqual(['1 Al Other: what Al has to say about it', '1 Bo Third: what Bo has to say about it']);
  });

  it('its text is found through new line breaks, and in a tail that lost its mark', () => {
    const long = 'one two three four five six seven eight nine ten eleven twelve\nthirteen fourteen\n';
    const last = lastOf(
      ...thread(
        ['Al Other', long],
        ['Bo Third', '> one two three four five six seven\n> eight nine ten eleven\ntwelve\n> thirteen fourteen\n'],
      ),
    );
    expect(said(last)).toEqual([
      '1 Al Other: one two three four five six seven',
      '1 Al Other: eight nine ten eleven',
      '0 Al Other: twelve',
      '1 Al Other: thirteen fourteen',
    ]);
  });

  it('its text is found where it was quoted without marks', () => {
    const words = 'the first long line that Al wrote here\nthe second long line that Al wrote here\n';
    const last = lastOf(
      ...thread(['Al Other', words], ['Bo Third', `I agree.\n\n${words.replace(/^/gm, '    ').trimEnd()}\n`]),
    );
    expect(said(last)).toEqual([
      '0 Bo Third: I agree.',
      '0 Al Other: the first long line that Al wrote here',
      '0 Al Other: the second long line that Al wrote here',
    ]);
  });

  it('its text is found in another message than the one that is answered', () => {
    const last = lastOf(
      { fields: { From: 'Al Other <al@example.org>' }, body: 'eight words of Al that nobody else did write\n' },
      {
        fields: { Subject: 'Re: other', 'In-Reply-To': '<lost@example.org>' },
        body: '> eight words of Al that nobody else did write\n',
      },
    );
    expect(said(last)).toEqual(['1 Al Other: eight words of Al that nobody else did write']);
  });

  it('a short line that many write proves nothing', () => {
    const last = lastOf(
      { fields: { From: 'Al Other <al@example.org>', Subject: 'a' }, body: 'Yes.\n' },
      { fields: { Subject: 'b' }, body: 'Cy Fourth wrote:\n> Yes.\n' },
    );
    expect(said(last).at(-1)).toBe('1 Cy Fourth: Yes.');
  });

  it('the names of those answered stand in for attribution lines, and say so', () => {
    const last = lastOf(
      ...thread(['Al Other', 'a\n'], ['Bo Third', 'b\n'], ['Cy Fourth', '> changed\n> > changed too\n']),
    );
    expect(said(last)).toEqual(['1 Bo Third: changed', '2 Al Other: changed too']);
    expect(last.lines.find(({ depth }) => depth === 2)).toMatchObject({
      basis: 'inferred',
      reason: 'the message 2 answers back in this thread is by Al Other',
    });
  });

  it('an answer that only its subject joins is not taken to answer the first message', () => {
    const last = lastOf(
      { fields: { From: 'Al Other <al@example.org>', Subject: 'Topic' }, body: 'a\n' },
      { fields: { Subject: 'Re: Topic' }, body: '> something else\n' },
    );
    expect(said(last)).toEqual(['1 ?: something else']);
  });

  it('copies of a mail are attributed as well', () => {
    const [first, second] = thread(['Al Other', 'the words of Al\n'], ['Bo Third', '> the words of Al\n']);
    if (first === undefined || second === undefined) throw new Error('two mails');
    expect(said(lastOf(first, second, second))).toEqual(['1 Al Other: the words of Al']);
  });
});
