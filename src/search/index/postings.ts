import { readNumbers, writeNumbers } from './numbers.ts';

/** Where a form of a word stands: record numbers in order, and beside each its best place (index in `PLACES`) and whether it stands there more than once. */
export interface Posting {
  readonly record: number;
  readonly place: number;
  readonly often: boolean;
}

/** A form of the vocabulary and its postings, still as written. */
export interface Entry {
  readonly form: string;
  readonly postings: string;
}

/**
 * Writes a block: forms in order of code units, each as the number of letters it shares with the one before, the rest of its
 * letters, a blank, its postings and a blank. Forms hold letters and digits only, so the blanks tell where each ends.
 */
export function writeBlock(entries: readonly Entry[]): string {
  let before = '';
  return entries
    .map(({ form, postings }) => {
      const shared = sharedStart(before, form);
      before = form;
      return `${writeNumbers([shared])}.${form.slice(shared)} ${postings}`;
    })
    .join(' ');
}

/** Reads a block back, without reading the postings. */
export function readBlock(block: string): Entry[] {
  const pieces = block === '' ? [] : block.split(' ');
  const entries: Entry[] = [];
  let before = '';
  for (let at = 0; at + 1 < pieces.length; at += 2) {
    const piece = pieces[at] ?? '';
    const dot = piece.indexOf('.');
    const form = before.slice(0, readNumbers(piece.slice(0, dot))[0] ?? 0) + piece.slice(dot + 1);
    entries.push({ form, postings: pieces[at + 1] ?? '' });
    before = form;
  }
  return entries;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** Writes postings, which must be in order of their records: steps from one record to the next, with the place in the low bits. */
export function writePostings(postings: readonly Posting[]): string {
  let before = -1;
  return writeNumbers(
    postings.map(({ record, place, often }) => {
      const step = record - before - 1;
      before = record;
      return step * 8 + place * 2 + (often ? 1 : 0);
    }),
  );
}

/**
 * Reads postings into two lists of one length.
 *
 * @returns `records` the numbers in order; `places` for each `place * 2 + often`.
 */
export function readPostings(text: string): {
  readonly records: readonly number[];
  readonly places: readonly number[];
} {
  const records = readNumbers(text);
  const places: number[] = new Array(records.length);
  let before = -1;
  for (let at = 0; at < records.length; at += 1) {
    const written = records[at] ?? 0;
    before += (written >>> 3) + 1;
    records[at] = before;
    places[at] = written & 7;
  }
  return { records, places };
}
