import type { Query } from '../query.ts';
import { FACETS, type Kind } from '../record.ts';
import { NONE, type WordAnswer } from './answers.ts';
import type { Engine } from './engine.ts';
import type { SearchState } from './state.ts';

/** Records of a kind read to see whether words stand side by side, which the index does not know. */
export const MOST_READ = 48;

/** What a search is made of while it runs. */
export interface Search {
  readonly engine: Engine;
  readonly query: Query;
  readonly answers: readonly WordAnswer[];
  /** Records (as 1) that the filters let pass; null where there are none. */
  readonly allowed: Uint8Array | null;
  readonly sort: SearchState['sort'];
  /** For each record its place in the order of dates; null where dates do not matter. */
  readonly dates: readonly (readonly number[])[] | null;
}

/** Which records the chosen filters let pass. */
export async function allowedBy(engine: Engine, { filters }: SearchState): Promise<Uint8Array | null> {
  let allowed: Uint8Array | null = null;
  for (const facet of FACETS) {
    const value = filters[facet];
    if (value === undefined) continue;
    const { values, of } = await engine.column(facet);
    const wanted = values.indexOf(value);
    const before: Uint8Array | null = allowed;
    allowed = Uint8Array.from({ length: engine.total }, (_, record) =>
      before?.[record] !== 0 && of[record]?.includes(wanted) === true ? 1 : 0,
    );
  }
  return allowed;
}

/** The records of a kind that come into question. */
export interface Candidates {
  /** Records that hold every word, or may, best first. */
  readonly ordered: readonly number[];
  /** How many of them hold every word for certain. */
  readonly certain: number;
}

/** The records of a kind that answer, in the order of where they hold the words, or of their dates. */
export function candidatesOf(search: Search, kind: Kind): Candidates {
  const { answers, allowed } = search;
  const { from, to } = search.engine.rangeOf(kind);
  const buckets: number[][] = [];
  let certain = 0;
  for (let record = from; record < to; record += 1) {
    if (allowed !== null && allowed[record] === 0) continue;
    let weight = 0;
    let sure = true;
    let whole = true;
    for (const { levels, maybe, often } of answers) {
      const level = levels[record] ?? NONE;
      const may = maybe?.[record] === 1;
      if (level === NONE && !may) {
        whole = false;
        break;
      }
      if (level === NONE) sure = false;
      weight += (may ? 0 : level) * 2 + (often[record] === 1 ? 0 : 1);
    }
    if (!whole) continue;
    if (sure) certain += 1;
    const bucket = buckets[weight];
    if (bucket === undefined) buckets[weight] = [record];
    else bucket.push(record);
  }
  return { ordered: byDate(search, buckets.flat()), certain };
}

function byDate({ sort, dates }: Search, records: readonly number[]): readonly number[] {
  if (dates === null) return records;
  // What has no date stands last in either order.
  const dateOf = (record: number) => dates[record]?.[0] ?? (sort === 'newest' ? -1 : Number.MAX_SAFE_INTEGER);
  return [...records].sort((a, b) => (sort === 'newest' ? dateOf(b) - dateOf(a) : dateOf(a) - dateOf(b)));
}
