import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpelling, spellingGroup, spellingsOf } from '../index/spelling.ts';
import { distance } from './near.ts';

describe('how far two words are apart', () => {
  it.each([
    ['userfaultfd', 'userfaultfd', 0],
    ['userfautfd', 'userfaultfd', 1],
    ['usrefaultfd', 'userfaultfd', 1],
    ['userfaultfdd', 'userfaultfd', 1],
    ['direkt', 'direct', 1],
    ['derekt', 'direct', 2],
    ['abcd', 'dcba', 3],
    ['', 'abc', 3],
  ])('%s and %s: %i', (a, b, expected) => {
    expect(distance(a, b, 9)).toBe(expected);
    expect(distance(a, b, 1)).toBe(Math.min(expected, 2));
  });

  it('is the same both ways, and no more than the letters that were changed', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 20)).toBe(distance(b, a, 20));
        expect(distance(a, b, 20)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance(a, b, 20) === 0).toBe(a === b);
      }),
    );
  });
});

describe('the spellings', () => {
  it('are whole words as they are written first, each with the records it stands in', () => {
    const groups = spellingsOf([['Use O_DIRECT, use O_DIRECT.'], ['o_direct or a 2014 mmap', 'Größe'], ['Größe']]);
    const all = [...groups].map(([group, stored]) => [group, readSpelling(stored)]);
    expect(all).toEqual([
      ['g', [{ word: 'Größe', count: 2 }]],
      ['m', [{ word: 'mmap', count: 1 }]],
      ['o', [{ word: 'O_DIRECT', count: 2 }]],
    ]);
    expect(['odirect', '4k', 'жук'].map(spellingGroup)).toEqual(['o', '0', '0']);
  });
});
