import type { Facet, Kind } from '../record.ts';

/**
 * The index of the search as it lies in the site, the same for http and for a folder that was opened by double click: classic
 * scripts, each loaded when it is needed, each of which hands one value to `precedentIndex`.
 *
 * - `search/index.js`: the manifest, which names the folder of the rest after its content. A tab that was opened before the
 *   site changed asks for files that are gone, never for files of another index.
 * - `words-N.js`: a block of the vocabulary, in order of code units, each form with where it stands.
 * - `KIND-N.js`: some records, to be shown.
 * - `by-FACET.js`: the values of a filter, loaded when it is used.
 * - `spelling-LETTER.js`: the words that begin so, loaded when a word is nowhere and may be misspelt (`spelling.ts`).
 * - `moved.js`: former ids, loaded when an id is typed that no record has.
 */
export const MANIFEST = 'search/index.js';

/** Records of a kind that share a file: some 6 kB of JSON, few enough to be read for one hit, enough to keep the files few. */
export const TOGETHER: Readonly<Record<Kind, number>> = {
  position: 8,
  decision: 4,
  theme: 8,
  fact: 12,
  term: 16,
  person: 16,
  source: 6,
};

/** A column of values: a filter or the date. */
export type Column = Facet | 'date';

export interface Manifest {
  /** Folder of the other files, beside the manifest. */
  readonly folder: string;
  /** How many records there are of each kind, in the order of kinds: records are numbered through all kinds. */
  readonly counts: Readonly<Record<Kind, number>>;
  /** The first form of each block of the vocabulary. */
  readonly blocks: readonly string[];
  /** The letters for which there are spellings. */
  readonly spellings: string;
}

/** The values of a column in order, and which of them each record has (`columns.ts`). */
export interface StoredColumn {
  readonly values: readonly string[];
  readonly of: string;
}

/** The file of a block of the vocabulary: form, postings, form, postings … (`postings.ts`). */
export function wordsFile(block: number): string {
  return `words-${block}`;
}

/** The file that holds a record, by its place among those of its kind. */
export function recordsFile(kind: Kind, nth: number): string {
  return `${kind}-${Math.floor(nth / TOGETHER[kind])}`;
}

/** The file of former ids. */
export const MOVED = 'moved';

/** The file of the words of one group, by which near spellings are found (`spelling.ts`). */
export function spellingFile(group: string): string {
  return `spelling-${group}`;
}

/** The file of a column: what each record is filtered and sorted by. */
export function columnFile(column: Column): string {
  return `by-${column}`;
}
