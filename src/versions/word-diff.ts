import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts laid over each other: what both have, what only the old one had, what only the new one has. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/**
 * Lays two texts over each other, word by word (Myers’ algorithm).
 *
 * @example wordDiff('a pipe is enough', 'a pipe is not enough') → same “a pipe is ”, new “not ”, same “enough”
 */
export function wordDiff(before: string, after: string): Piece[] {
  // Beyond so many differences the texts have nothing to do with each other, and are shown one after the other.
  const found = diffWordsWithSpace(before, after, { maxEditLength: 2000 });
  if (found === undefined) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  }
  return found.map(({ value, added, removed }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: value }));
}
