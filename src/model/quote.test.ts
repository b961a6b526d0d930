import { describe, expect, it } from 'vitest';
import { sha256 } from './digest.ts';
import type { Line } from './message.ts';
import { evidenceFor, foldedSlice, rawSlice } from './quote.ts';

function quoted(number: number, raw: string, prefix: number, depth: number, column = 1): Line {
  return { number, column, raw, prefix, depth, zone: 'prose', speaker: 'A', basis: 'header' };
}

const lines = [
  quoted(1, '> > We need something', 4, 2),
  quoted(2, '> > ', 4, 2),
  quoted(3, '> > that is a  decent abstraction. More', 4, 2),
  quoted(4, '> No.', 2, 1),
];

describe('a quotation', () => {
  it('keeps the quote marks in its raw slice', () => {
    expect(rawSlice(lines, { line: 1, column: 5 }, { line: 3, column: 34 })).toBe(
      'We need something\n> > \n> > that is a  decent abstraction.',
    );
  });

  it('drops quote marks and folds line breaks, but leaves double blanks as they stand', () => {
    expect(foldedSlice(lines, { line: 1, column: 5 }, { line: 3, column: 34 })).toBe(
      'We need something that is a  decent abstraction.',
    );
  });

  it('counts columns in code points', () => {
    expect(rawSlice([quoted(1, '✭😀 yes', 0, 0)], { line: 1, column: 4 }, { line: 1, column: 6 })).toBe('yes');
  });

  it('takes its context from its own depth only', () => {
    const evidence = evidenceFor('s', lines, { line: 3, column: 5 }, { line: 3, column: 34 });
    expect(evidence.prefix).toBe('We need something');
    expect(evidence.suffix).toBe('More');
    expect(evidence.sha256).toBe(sha256('that is a  decent abstraction.'));
  });

  it('finds both parts of a line that a seam divides', () => {
    const seam = [quoted(9, 'Mine. ', 0, 0), quoted(9, 'Yours.', 0, 0, 7)];
    expect(rawSlice(seam, { line: 9, column: 7 }, { line: 9, column: 12 })).toBe('Yours.');
    expect(rawSlice(seam, { line: 9, column: 1 }, { line: 9, column: 5 })).toBe('Mine.');
  });

  it('refuses places that enclose nothing', () => {
    expect(() => evidenceFor('s', lines, { line: 7, column: 1 }, { line: 7, column: 2 })).toThrow(RangeError);
  });
});
