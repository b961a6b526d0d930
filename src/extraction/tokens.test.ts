import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWords, TOKEN, tokensOf } from './tokens.ts';
import { makeLexicon } from './words.ts';

describe('tokens', () => {
  it.each([
    ["I don't like io_uring v2.", ['i', 'do', 'not', 'like', 'ID', 'ID']],
    ["It's what we'd do; can't say.", ['it', 'is', 'what', 'we', 'would', 'do', ';', 'can', 'not', 'say']],
    ["Oracle's cry", ['oracle', "'s", 'cry']],
    ['See https://example.org/x, 30 % faster', ['see', 'URL', '0', 'faster']],
    ['mmap() and fs/read.c and/or O_DIRECT', ['ID', 'and', 'ID', 'and/or', 'ID']],
    ['Really?', ['really', '?']],
  ])('of %j', (text, expected) => {
    expect(tokensOf(text).map((token) => token.text)).toEqual(expected);
  });

  it('are those of the pattern, however they are looked for', () => {
    const raws = (text: string): string[] =>
      [...text.matchAll(new RegExp(TOKEN))].map(([raw]) => (raw.length > 1 ? raw.replace(/[.:=-]+$/, '') || raw : raw));
    const pieces = [...'aZ\' .:,;?!()-_/+=<>@#$~\t\n"0”’—…ſé😀', "n't", '()', '://', '...', '--', 'word'];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const found = cutWords(text, makeLexicon());
        expect(found.words.map(({ raw }) => raw)).toEqual(raws(text));
        expect(found.starts).toEqual([...text.matchAll(new RegExp(TOKEN))].map(({ index }) => index));
      }),
      { numRuns: 2000 },
    );
  });

  it('mark proper names, but not the first word or the pronoun', () => {
    expect(
      tokensOf('Then I asked Linus')
        .filter((token) => token.proper)
        .map((token) => token.raw),
    ).toEqual(['Linus']);
  });

  it('stand where they say, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        let behind = 0;
        for (const token of tokensOf(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.raw);
          expect(token.start).toBeGreaterThanOrEqual(Math.min(behind, token.start));
          behind = token.end;
        }
      }),
    );
  });
});
