import { readColumn } from '../index/columns.ts';
import type { StoredRecord } from '../index/fields.ts';
import {
  type Column,
  columnFile,
  type Manifest,
  MOVED,
  recordsFile,
  type StoredColumn,
  spellingFile,
  TOGETHER,
  wordsFile,
} from '../index/layout.ts';
import { type Entry, readBlock } from '../index/postings.ts';
import type { StoredSpelling } from '../index/spelling.ts';
import type { MovedIds } from '../moved.ts';
import { KINDS, type Kind } from '../record.ts';
import type { Load } from './load.ts';

/** A column of values, ready to be asked. */
export interface ReadColumn {
  readonly values: readonly string[];
  /** For each record the indexes of its values. */
  readonly of: readonly (readonly number[])[];
}

/** The index of a site: what is asked for is loaded once and kept. */
export interface Engine {
  readonly manifest: Manifest;
  /** How many records there are in all. */
  readonly total: number;
  /** The kind of a record, and which of its kind it is. */
  kindOf(record: number): { readonly kind: Kind; readonly nth: number };
  /** Numbers of the first record of a kind and of the one after its last. */
  rangeOf(kind: Kind): { readonly from: number; readonly to: number };
  /** The forms of the vocabulary that begin so, in order. */
  forms(start: string): Promise<readonly Entry[]>;
  record(record: number): Promise<StoredRecord>;
  column(column: Column): Promise<ReadColumn>;
  /** The words of a group (`spelling.ts`), or null where there are none. */
  spelling(group: string): Promise<StoredSpelling | null>;
  /** Former ids. */
  moved(): Promise<MovedIds>;
}

/**
 * Opens the index of a site.
 *
 * @param load Loads a file of the index by its name, `index` being the manifest.
 */
export async function openEngine(load: Load): Promise<Engine> {
  const manifest = await load<Manifest>('index');
  const file = <Value>(name: string) => load<Value>(`${manifest.folder}/${name}`);
  const blocks = kept(async (block: number) => readBlock(await file<string>(wordsFile(block))));
  const columns = kept(async (column: Column) => {
    const stored = await file<StoredColumn>(columnFile(column));
    return { values: stored.values, of: readColumn(stored) };
  });
  const records = kept((name: string) => file<readonly StoredRecord[]>(name));
  const spellings = kept((group: string) => file<StoredSpelling>(spellingFile(group)));
  const moved = kept((name: string) => file<MovedIds>(name));
  const ranges = rangesOf(manifest);
  const rangeOf = (kind: Kind) => ranges.get(kind) ?? { from: 0, to: 0 };
  const kindOf = (record: number) => {
    const kind = KINDS.findLast((each) => rangeOf(each).from <= record && rangeOf(each).to > record) ?? 'position';
    return { kind, nth: record - rangeOf(kind).from };
  };
  return {
    manifest,
    total: rangeOf('source').to,
    kindOf,
    rangeOf,
    column: columns,
    spelling: async (group) => (manifest.spellings.includes(group) ? spellings(group) : null),
    moved: () => moved(MOVED),
    async forms(start) {
      const found = await Promise.all(blocksFor(manifest.blocks, start).map(blocks));
      return found.flat().filter(({ form }) => form.startsWith(start));
    },
    async record(record) {
      const { kind, nth } = kindOf(record);
      const stored = (await records(recordsFile(kind, nth)))[nth % TOGETHER[kind]];
      if (stored === undefined) throw new Error(`the index has no record ${record}`);
      return stored;
    },
  };
}

function rangesOf({ counts }: Manifest): Map<Kind, { from: number; to: number }> {
  let from = 0;
  return new Map(
    KINDS.map((kind) => {
      const range = { from, to: from + counts[kind] };
      from = range.to;
      return [kind, range];
    }),
  );
}

/** Numbers of the blocks in which forms that begin so can be: from the last that begins at or before it, while they may hold some. */
function blocksFor(firsts: readonly string[], start: string): number[] {
  const after = firsts.findIndex((first) => first > start);
  const from = Math.max((after === -1 ? firsts.length : after) - 1, 0);
  const numbers = firsts.length === 0 ? [] : [from];
  for (let block = from + 1; firsts[block]?.startsWith(start) === true; block += 1) numbers.push(block);
  return numbers;
}

/** Keeps what was once loaded; what failed is asked for again. */
function kept<Key, Value>(get: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const values = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = get(key);
    values.set(key, value);
    value.catch(() => values.delete(key));
    return value;
  };
}
