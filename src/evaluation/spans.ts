import type { Place } from '../model/primitives.ts';

/** The words of a document, numbered through: a span of text becomes an interval of numbers. */
export interface WordIndex {
  /** For each line, its words: first and last column (code points, 1-based) and the number of the first word. */
  readonly lines: readonly { readonly first: number; readonly words: readonly (readonly [number, number])[] }[];
}

/** An interval of word numbers, both ends inclusive. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Numbers the words (runs without blanks) of a raw text. */
export function indexWords(text: string): WordIndex {
  let number = 0;
  const lines = text.split('\n').map((line) => {
    const first = number;
    const words: [number, number][] = [];
    let column = 1;
    let begin: number | null = null;
    for (const character of line) {
      const blank = character.trim() === '';
      if (!blank && begin === null) begin = column;
      if (blank && begin !== null) {
        words.push([begin, column - 1]);
        begin = null;
      }
      column++;
    }
    if (begin !== null) words.push([begin, column - 1]);
    number += words.length;
    return { first, words };
  });
  return { lines };
}

/** The words that a stretch of text touches, or null where it touches none. */
export function intervalOf(index: WordIndex, start: Place, end: Place): Interval | null {
  const from = edge(index, start, (words) => words.findIndex(([, last]) => last >= start.column), 1);
  const to = edge(index, end, (words) => words.findLastIndex(([first]) => first <= end.column), -1);
  return from === null || to === null || to < from ? null : { from, to };
}

/** The first word at or behind a place, or the last at or before it; blank lines are passed over. */
function edge(
  index: WordIndex,
  place: Place,
  find: (words: readonly (readonly [number, number])[]) => number,
  step: 1 | -1,
): number | null {
  const line = index.lines[place.line - 1];
  if (line === undefined) return null;
  const found = find(line.words);
  if (found !== -1) return line.first + found;
  return step === 1 ? line.first + line.words.length : line.first - 1;
}

/** Words that two intervals share, as a part of the words in either (the Jaccard index, intersection over union). */
export function intersectionOverUnion(a: Interval, b: Interval): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;
  if (shared <= 0) return 0;
  return shared / (a.to - a.from + 1 + (b.to - b.from + 1) - shared);
}
