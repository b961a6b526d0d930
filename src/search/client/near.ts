import { readSpelling, type SpeltWord, spellingGroup } from '../index/spelling.ts';
import type { Wanted } from '../query.ts';
import { fold, wordsOf } from '../tokens.ts';
import type { Engine } from './engine.ts';

/** A word of a query that is nowhere, and words of the site that are spelt nearly so. */
export interface Misspelt {
  readonly written: string;
  readonly near: readonly SpeltWord[];
}

const MOST_NEAR = 3;
/** From this length on, a word may differ in two places. */
const LONG = 8;
/** A shorter word is near to too many others. */
const SHORTEST = 4;

/**
 * Words of the site that differ from a wanted word by a letter or two that was left out, put in, changed, or swapped with its
 * neighbour. The nearest first, then the most frequent. The first letter must be right, or swapped with the second, or put in:
 * no more of the vocabulary is loaded than these.
 *
 * @example for userfautfd → [{ word: 'userfaultfd', count: 12 }]
 */
export async function nearWords(engine: Engine, { written, joined, phrase }: Wanted): Promise<Misspelt> {
  if (phrase || joined.length < SHORTEST) return { written, near: [] };
  const most = joined.length < LONG ? 1 : 2;
  const groups = new Set([spellingGroup(joined), spellingGroup(joined.slice(1))]);
  const stored = await Promise.all([...groups].map((group) => engine.spelling(group)));
  const near = stored
    .flatMap((group) => (group === null ? [] : readSpelling(group)))
    .map((entry) => ({ ...entry, distance: distance(joined, joinedOf(entry.word), most) }))
    .filter((entry) => entry.distance <= most)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, MOST_NEAR)
    .map(({ word, count }) => ({ word, count }));
  return { written, near };
}

function joinedOf(word: string): string {
  return wordsOf(word)[0]?.joined ?? fold(word);
}

/**
 * How many letters two words differ by, a swap of neighbours counted once (optimal string alignment, a restricted
 * Damerau–Levenshtein distance); more than `most` is not counted further.
 *
 * @example distance('usrefaultfd', 'userfaultfd', 2) → 1
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[b.length] ?? most + 1;
}
