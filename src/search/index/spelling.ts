import { wordsOf } from '../tokens.ts';
import { readNumbers, writeNumbers } from './numbers.ts';

/** The words of one first letter as people write them, and in how many records each stands: what a misspelt word is compared with. */
export interface StoredSpelling {
  /** With a blank between them. */
  readonly words: string;
  readonly counts: string;
}

export interface SpeltWord {
  readonly word: string;
  readonly count: number;
}

/** A shorter word is near to too many, a longer one is nothing that anybody types. */
const SHORTEST = 4;
const LONGEST = 40;
/** What words that begin with no Latin letter share. */
const OTHER = '0';

/** The group in which a word is looked for, by the first letter of its joined form. */
export function spellingGroup(joined: string): string {
  const [first = OTHER] = joined;
  return /^[a-z]$/.test(first) ? first : OTHER;
}

/**
 * Collects the words of records by group. A word is kept as it is written first; parts of words, numbers and what only other
 * names hold are left out, for a reader is offered nothing that no page shows.
 */
export function spellingsOf(texts: readonly (readonly string[])[]): Map<string, StoredSpelling> {
  const known = new Map<string, { written: string; count: number }>();
  for (const own of texts) {
    const seen = new Set<string>();
    for (const text of own) {
      for (const { joined, start, end } of wordsOf(text)) {
        if (joined.length < SHORTEST || joined.length > LONGEST || !/\p{L}/u.test(joined) || seen.has(joined)) continue;
        seen.add(joined);
        const entry = known.get(joined);
        if (entry === undefined) known.set(joined, { written: text.slice(start, end), count: 1 });
        else entry.count += 1;
      }
    }
  }
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = Map.groupBy(sorted, ([joined]) => spellingGroup(joined));
  return new Map(
    [...groups].map(([group, entries]) => [
      group,
      {
        words: entries.map(([, { written }]) => written).join(' '),
        counts: writeNumbers(entries.map(([, { count }]) => count)),
      },
    ]),
  );
}

/** Reads a group back. */
export function readSpelling({ words, counts }: StoredSpelling): SpeltWord[] {
  const numbers = readNumbers(counts);
  return words.split(' ').map((word, at) => ({ word, count: numbers[at] ?? 0 }));
}
