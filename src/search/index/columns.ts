import type { StoredColumn } from './layout.ts';
import { readNumbers, writeNumbers } from './numbers.ts';

/**
 * Writes the values of all records, in order. Of each record, one number a value: its index plus one, doubled, and one more
 * where a further value follows; nought for a record without a value.
 */
export function writeColumn(records: readonly (readonly string[])[]): StoredColumn {
  const values = [...new Set(records.flat())].sort();
  const index = new Map(values.map((value, at) => [value, at]));
  const of = writeNumbers(
    records.flatMap((own) =>
      own.length === 0
        ? [0]
        : own.map((value, at) => ((index.get(value) ?? 0) + 1) * 2 + (at < own.length - 1 ? 1 : 0)),
    ),
  );
  return { values, of };
}

/** Reads a column back: for each record the indexes of its values. */
export function readColumn({ of }: StoredColumn): number[][] {
  const records: number[][] = [];
  let own: number[] = [];
  for (const number of readNumbers(of)) {
    if (number > 1) own.push((number >>> 1) - 1);
    if (number % 2 === 1) continue;
    records.push(own);
    own = [];
  }
  return records;
}
