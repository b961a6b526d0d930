import { describe, expect, it } from 'vitest';
import { areVeryMany, firstWords } from './full-entries.ts';

describe('the words of a position on the page of its decision', () => {
  it('are all there on a page with room, and fewer the more positions there are', () => {
    expect([1, 18].map(firstWords)).toEqual([null, null]);
    expect([19, 22, 44].map(firstWords)).toEqual([115, 100, 50]);
  });

  it('are never so few that nobody could tell one from another', () => {
    expect(firstWords(1_000)).toBe(40);
  });

  it('stand on two lines with who said them where there are very many', () => {
    expect([16, 30, 31, 150].map(areVeryMany)).toEqual([false, false, true, true]);
  });
});
