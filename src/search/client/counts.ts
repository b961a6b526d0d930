import { FACETS, type Facet } from '../record.ts';
import type { Engine } from './engine.ts';

/** How many hits there are of each kind and, where asked for, with each value of each filter. */
export type Counts = Readonly<Partial<Record<'kind' | Facet, Readonly<Record<string, number>>>>>;

/** Counts the values of every filter among the records that were found. */
export async function facetCounts(engine: Engine, records: readonly number[]): Promise<Counts> {
  const counted = await Promise.all(
    FACETS.map(async (facet) => {
      const { values, of } = await engine.column(facet);
      const numbers: number[] = values.map(() => 0);
      for (const record of records) for (const value of of[record] ?? []) numbers[value] = (numbers[value] ?? 0) + 1;
      return [facet, Object.fromEntries(values.map((value, index) => [value, numbers[index] ?? 0]))] as const;
    }),
  );
  return Object.fromEntries(counted);
}
