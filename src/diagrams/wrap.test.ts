import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from './wrap.ts';

const width = (text: string): number => text.length * 10;

describe('wrapping', () => {
  it('breaks at blanks into even lines', () => {
    expect(wrap('one two three four five six', 200, width)).toEqual(['one two three', 'four five six']);
  });

  it('breaks a word that is too wide after _ - / . only', () => {
    expect(wrap('drivers/block/userspace_block.c', 120, width)).toEqual([
      'drivers/',
      'block/',
      'userspace_',
      'block.c',
    ]);
    expect(wrap('RLIMIT_MEMLOCK counts', 140, width)).toEqual(['RLIMIT_MEMLOCK', 'counts']);
  });

  it('lets a line grow rather than cut an identifier', () => {
    expect(wrap('supercalifragilistic words', 100, width)).toEqual(['supercalifragilistic', 'words']);
  });

  it('gives one empty line for no text', () => {
    expect(wrap('', 100, width)).toEqual(['']);
  });

  it('keeps every word, and breaks no line in two that fits', () => {
    const word = fc.stringMatching(/^[a-z_./-]{1,30}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 40, max: 400 }),
        (words, limit) => {
          const text = words.join(' ');
          const lines = wrap(text, limit, width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines) {
            if (width(line) <= limit) continue;
            // Wider than asked for: then some piece of the text is as wide as that and cannot be cut.
            const widest = Math.max(...text.split(/ |(?<=[_\-/.])(?=[^_\-/.])/).map(width));
            expect(width(line)).toBeLessThanOrEqual(widest);
          }
        },
      ),
    );
  });
});
