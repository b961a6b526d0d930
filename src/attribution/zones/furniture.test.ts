import { describe, expect, it } from 'vitest';
import { type Given, lastOf, zoned } from '../__fixtures__/say.ts';

const zones = (body: string): string[] => zoned(lastOf({ body }));
const zonesIn = (body: string): Set<string> => new Set(zones(body).map((line) => line.split(':', 1)[0] ?? ''));

describe('trailers', () => {
  it.each([
    'Signed-off-by: Mo Example <mo@example.org>',
    'Reviewed-by: Mo Example <mo@example.org>',
    'Acked-by: Mo Example <mo@example.org> # for the block layer',
    'Nacked-by: Mo Example <mo@example.org>',
    'Reported-and-tested-by: Mo Example <mo@example.org>',
    'Co-developed-by: Mo Example',
    'Suggested-by: Mo Example <mo@example.org>',
    'Fixes: 1da177e4c3f4 ("Write the cache back late")',
    'Change-Id: I0123456789abcdef0123456789abcdef01234567',
  ])('are no words of a discussion: %s', (line) => {
    expect(zones(`words\n\n${line}\n`)).toEqual(['prose: words', `signature: ${line}`]);
    expect(zones(`> words\n>\n> ${line}\n`).at(-1)).toBe(`signature: ${line}`);
  });

  it('take along the lines among them that only name a bug, a page or a change', () => {
    const block = [
      'Cc: stable@example.org',
      'Link: https://lists.example.org/1',
      'Signed-off-by: Al Other <al@example.org>',
      '[mo: reworded the message]',
      'Signed-off-by: Mo Example <mo@example.org>',
    ];
    expect(zones(`words\n\n${block.join('\n')}\n`).slice(1)).toEqual(block.map((line) => `signature: ${line}`));
  });

  it.each(['Link: that is the word I mean', 'Closes: nothing that I know of', 'By the way: words'])(
    'are not made of a sentence: %s',
    (line) => {
      expect(zones(`${line}\n`)).toEqual([`prose: ${line}`]);
    },
  );
});

describe('what is drawn and not written', () => {
  it.each([
    '-- >8 --',
    '---8<---',
    '------------- 8< -------------',
    '- - - - >8 - - - -',
    '----- cut here -- >8 -----',
    '✂-------------',
  ])('scissors: %s', (line) => {
    expect(zones(`words\n${line}\nmore words\n`)).toEqual(['prose: words', `code: ${line}`, 'prose: more words']);
  });

  it('a rule across the page is no signature and no words', () => {
    expect(zones('words\n----------------\nwords\n==========\nwords\n* * * * * * * *\nwords\n')).toEqual([
      'prose: words',
      'code: ----------------',
      'prose: words',
      'code: ==========',
      'prose: words',
      'code: * * * * * * * *',
      'prose: words',
    ]);
  });

  it.each([
    ['with edges', '| device | what it does |\n|--------|--------------|\n| disk   | keeps words  |'],
    ['in a grid', '+--------+-------------+\n| device | what it does |\n+--------+-------------+'],
    ['with rules', 'device   what it does\n======   ============\ndisk     keeps words'],
    ['in columns', 'device     what it does\ndisk       keeps words\nnetwork    carries words'],
    ['with tabs', 'device\twhat it does\ndisk\tkeeps words\nnetwork\tcarries words'],
  ])('a table of words %s', (_, table) => {
    expect(zonesIn(`${table}\n`)).toEqual(new Set(['code']));
    expect(zonesIn(`${table.replace(/^/gm, '> ')}\n`)).toEqual(new Set(['code']));
  });

  it('a picture made of box characters', () => {
    expect(zonesIn('┌─────┐   ┌─────┐\n│ app ├──▶│ dev │\n└─────┘   └─────┘\n')).toEqual(new Set(['code']));
  });

  it('an example with a bar down its side, where that quotes nobody', () => {
    const body = '> quoted words\n\nFor example:\n\n| first we wait\n| then we write\n| at last we sleep\n';
    expect(zones(body).slice(1)).toEqual([
      'prose: For example:',
      'code: | first we wait',
      'code: | then we write',
      'code: | at last we sleep',
    ]);
  });

  it('but prose with two blanks behind its full stops is prose', () => {
    expect(zonesIn('One sentence.  Another one.\nA third one.   And a fourth.\nThe last one.   Yes.\n')).toEqual(
      new Set(['prose']),
    );
  });
});

describe('the address of a page', () => {
  it('in a paragraph of its own is no sentence', () => {
    expect(zones('See\n\nhttps://example.org/a\n<https://example.org/b>\n\n[1] https://example.org/c\n')).toEqual([
      'prose: See',
      'code: https://example.org/a',
      'code: <https://example.org/b>',
      'code: [1] https://example.org/c',
    ]);
  });

  it('on a line of its own within a sentence belongs to the sentence', () => {
    expect(zonesIn('as is written in\nhttps://example.org/a\nwe should wait.\n')).toEqual(new Set(['prose']));
  });
});

describe('a patch', () => {
  it('stays a patch where it follows prose without a blank line', () => {
    const body = 'How about this:\n--- a/x.c\n+++ b/x.c\n@@ -1,2 +1,2 @@\n-int a;\n+int b;\n };\n';
    expect(zones(body)[0]).toBe('prose: How about this:');
    expect(
      new Set(
        zones(body)
          .slice(1)
          .map((line) => line.slice(0, 4)),
      ),
    ).toEqual(new Set(['diff']));
  });

  it('counts its own statistics', () => {
    const stat =
      ' block/a.c | 12 ++++++------\n b.bin     | Bin 0 -> 12 bytes\n 2 files changed, 6 insertions(+), 6 deletions(-)';
    expect(zonesIn(`${stat}\n`)).toEqual(new Set(['diff']));
  });

  it('of the normal form has no quotation in it', () => {
    expect(zones('words\n\n3c3\n< old words\n---\n> new words\n\n> quoted words\n')).toEqual([
      'prose: words',
      'diff: 3c3',
      'diff: < old words',
      'diff: ---',
      'diff: > new words',
      'prose: quoted words',
    ]);
  });
});

describe('the footer of a list', () => {
  const FOOTER = 'The pipes circle\nhttps://circle.example.org/pipes\n';
  const from = (name: string, body: string, subject = name): Given => ({
    fields: { From: `${name} <${name.split(' ')[0]?.toLowerCase()}@example.org>`, Subject: subject },
    body,
  });
  const three = [
    from('Al Other', `first\n${FOOTER}`),
    from('Bo Third', `second\n${FOOTER}`),
    from('Cy Fourth', `third\n${FOOTER}`),
  ];

  it('is learnt where three mails of several writers end alike', () => {
    expect(zoned(lastOf(...three))).toEqual([
      'prose: third',
      'footer: The pipes circle',
      'footer: https://circle.example.org/pipes',
    ]);
  });

  it('is not learnt of two mails, nor of one writer, nor of words that say nothing of a list', () => {
    expect(zoned(lastOf(...three.slice(1)))[1]).toBe('prose: The pipes circle');
    const alone = ['a', 'b', 'c'].map((subject) => from('Al Other', `${subject}\n${FOOTER}`, subject));
    expect(zoned(lastOf(...alone))[1]).toBe('prose: The pipes circle');
    const polite = ['Al Other', 'Bo Third', 'Cy Fourth'].map((name) => from(name, 'words\nThanks a lot\n'));
    expect(zoned(lastOf(...polite))[1]).toBe('prose: Thanks a lot');
  });

  it('does not take a signature that many share, such as the version of git below a patch', () => {
    const patches = ['Al Other', 'Bo Third', 'Cy Fourth'].map((name) => from(name, `words of ${name}\n-- \n2.39.0\n`));
    expect(zoned(lastOf(...patches)).slice(1)).toEqual(['signature: --', 'signature: 2.39.0']);
  });

  it.each([
    'To unsubscribe from this list: send the line "unsubscribe pipes" to majordomo',
    'You received this message because you are subscribed to the Google Groups "pipes" group.',
    'To UNSUBSCRIBE, email to pipes-REQUEST@lists.example.org',
    'pipes mailing list -- pipes@lists.example.org',
  ])('is known by its words, also where it was quoted along: %s', (line) => {
    expect(zones(`words\n-- \n${line}\n`).slice(1)).toEqual(['footer: --', `footer: ${line}`]);
    expect(zones(`> words\n> ${line}\nanswer\n`)).toEqual(['prose: words', `footer: ${line}`, 'prose: answer']);
  });

  it('above a quotation does not swallow it', () => {
    expect(zones('words\nTo unsubscribe: write to the list\n\n> quoted words\n').at(-1)).toBe('prose: quoted words');
  });

  it.each(['Sent from my telephone', 'Von meinem Telefon gesendet', 'Envoyé de mon téléphone'])(
    'is as little anybody’s as a device’s own line: %s',
    (line) => {
      expect(zones(`words\n\n${line}\n\n> quoted\n`)).toEqual(['prose: words', `footer: ${line}`, 'prose: quoted']);
    },
  );
});
