import { describe, expect, it } from 'vitest';
import { foldNotes } from './losses.ts';

describe('what a reader reports', () => {
  it('is told whole where words are missing, and counted where the same was mended again and again', () => {
    const note = (line: number) => ({ code: 'charset-guessed', message: 'read as x', line });
    const loss = (line: number) => ({ code: 'text-sealed', message: 'not read', line });
    const problems = [note(1), loss(2), note(3), note(4), loss(5), note(6), note(7), loss(8), loss(9)];
    expect(foldNotes(problems).map(({ line, message }) => `${line} ${message}`)).toEqual([
      '1 read as x',
      '2 not read',
      '3 read as x',
      '4 read as x; 2 more like it',
      '5 not read',
      '8 not read',
      '9 not read',
    ]);
    expect(foldNotes(problems.slice(0, 4))).toEqual(problems.slice(0, 4));
  });
});
