import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTokens, endOf, isProper, TOKEN } from './tokens.ts';

describe('tokens', () => {
  it.each([
    ["I don't like io_uring v2.", ['i', 'do', 'not', 'like', 'ID', 'ID']],
    ["It's what we'd do; can't say.", ['it', 'is', 'what', 'we', 'would', 'do', ';', 'can', 'not', 'say']],
    ["Oracle's cry", ['oracle', "'s", 'cry']],
    ['See https://example.org/x, 30 % faster', ['see', 'URL', '0', 'faster']],
    ['mmap() and fs/read.c and/or O_DIRECT', ['ID', 'and', 'ID', 'and/or', 'ID']],
    ['Really?', ['really', '?']],
  ])('of %j', (text, expected) => {
    expect(cutTokens(text).tokens.map((token) => token.text)).toEqual(expected);
  });

  it('are those of the pattern, however they are looked for', () => {
    const raws = (text: string): string[] =>
      [...text.matchAll(new RegExp(TOKEN))].map(([raw]) => (raw.length > 1 ? raw.replace(/[.:=-]+$/, '') || raw : raw));
    const pieces = [...'aZ\' .:,;?!()-_/+=<>@#$~\t\n"0”’—…ſé😀', "n't", '()', '://', '...', '--', 'word'];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const { tokens, starts } = cutTokens(text);
        // Both tokens of a contraction hold its characters.
        const first = starts.map((start, at) => start !== starts[at - 1]);
        expect(tokens.filter((_, at) => first[at]).map(({ raw }) => raw)).toEqual(raws(text));
        expect([...new Set(starts)]).toEqual([...text.matchAll(new RegExp(TOKEN))].map(({ index }) => index));
      }),
      { numRuns: 2000 },
    );
  });

  it('mark proper names, but not the first word or the pronoun', () => {
    const cut = cutTokens("Can't I ask Linus");
    expect(cut.tokens.filter((_, at) => isProper(cut, at)).map(({ raw }) => raw)).toEqual(['Linus']);
  });

  it('stand where they say, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const cut = cutTokens(text);
        cut.tokens.forEach(({ raw }, at) => {
          const start = cut.starts[at] ?? -1;
          expect(text.slice(start, endOf(cut, at))).toBe(raw);
          expect(start === cut.starts[at - 1] || start >= endOf(cut, at - 1)).toBe(true);
        });
      }),
    );
  });
});
