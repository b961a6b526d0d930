import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

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
