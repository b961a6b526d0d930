import { describe, expect, it } from 'vitest';
import { BOUNDED, leadOf, type Pattern, patternsIn, piecesFor } from './patterns.ts';
import { costOf, growsTooFast, SIZES } from './timing.ts';

/** The modules that read what others wrote, on the way from bytes to positions. */
const FOLDERS = ['archive', 'attribution', 'extraction', 'threads', 'people'];
/** So many characters tell work in proportion (well under a millisecond) from work that is not (a hundred of them). */
const LOOK = 2 ** 14;
const LONG = 12;
const ALL = process.env.PRECEDENT_HOSTILE === 'full';

/** An input at which a pattern is slow, with how its time grows; null where it takes time in proportion. */
function worstOf(pattern: Pattern): string | null {
  for (const [lead, piece, end] of inputsFor(pattern)) {
    const use = (size: number): void => apply(pattern, lead + piece.repeat(Math.ceil(size / piece.length)) + end);
    if (!ALL && costOf(() => use(LOOK)) < LONG) continue;
    const grows = growsTooFast(use);
    if (grows !== null) return `${JSON.stringify([lead, piece, end])}: ${grows}`;
  }
  return null;
}

function inputsFor(pattern: Pattern): [string, string, string][] {
  const leads = [...new Set(['', 'x', leadOf(pattern)])];
  const ends = ['', '\n\u0001'];
  return leads.flatMap((lead) =>
    piecesFor(pattern).flatMap((piece) => ends.map((end): [string, string, string] => [lead, piece, end])),
  );
}

function apply({ expression }: Pattern, text: string): void {
  expression.lastIndex = 0;
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
}

describe('every pattern by itself, fed the worst that can be made of what it speaks of', { timeout: 600_000 }, () => {
  it('and the check would notice one whose work grows with the square of its input', () => {
    expect(worstOf({ where: 'here', expression: /\s*[<(].*$/ })).toMatch(/ ms, /);
    expect(worstOf({ where: 'here', expression: /[<(]/ })).toBeNull();
  });

  describe.each(FOLDERS)('%s', (folder) => {
    const patterns = patternsIn(folder);

    it('has patterns, which are found', () => {
      expect(patterns.length).toBeGreaterThan(0);
    });

    it.each(patterns)('$where takes time in proportion, or is never given much', (pattern) => {
      const most = BOUNDED.get(pattern.expression.source);
      if (most === undefined) expect(worstOf(pattern)).toBeNull();
      // A square of that is still done at once.
      else expect(most).toBeLessThanOrEqual(SIZES[0]);
    });
  });

  it('and none is held for bounded that is not there', () => {
    const sources = new Set(FOLDERS.flatMap(patternsIn).map(({ expression }) => expression.source));
    expect([...BOUNDED.keys()].filter((source) => !sources.has(source))).toEqual([]);
  });
});
