import { compareAnswers } from '../match.ts';
import { type Query, readQuery } from '../query.ts';
import { FACETS, type Facet, KINDS, type Kind } from '../record.ts';
import { answerWord, NONE, type WordAnswer } from './answers.ts';
import type { Engine } from './engine.ts';
import { type Hit, hitOf } from './hit.ts';
import { type Misspelt, nearWords } from './near.ts';
import { isEmpty, type SearchState } from './state.ts';

/** What a search found. */
export interface Found {
  readonly sections: readonly Section[];
  /** Hits that lack a wanted word, where none holds them all. */
  readonly near: readonly Hit[];
  /** Wanted words that are nowhere on the site, each with words that are spelt nearly so. */
  readonly nowhere: readonly Misspelt[];
  /** What is found with the nearest spelling in the place of each word that is nowhere; never taken for what was asked. */
  readonly instead: Instead | null;
  readonly counts: Counts;
}

/** The results of another query than the one that was typed. */
export interface Instead {
  readonly q: string;
  readonly hits: readonly Hit[];
}

/** How many hits there are of each kind and, where asked for, with each value of each filter. */
export type Counts = Readonly<Partial<Record<'kind' | Facet, Readonly<Record<string, number>>>>>;

/** The hits of one kind. */
export interface Section {
  readonly kind: Kind;
  readonly hits: readonly Hit[];
  /** How many there are, of which `hits` are the first; `atLeast` where not all of them could be looked at. */
  readonly total: number;
  readonly atLeast: boolean;
}

const NOTHING: Found = { sections: [], near: [], nowhere: [], instead: null, counts: {} };

/** Hits shown of each kind where all kinds are shown together. */
const SHOWN: Readonly<Record<Kind, number>> = {
  position: 6,
  decision: 4,
  theme: 2,
  fact: 3,
  term: 3,
  person: 3,
  source: 4,
};
const SHOWN_NEAR = 8;
/** Records of a kind read to see whether words stand side by side, which the index does not know. */
const MOST_READ = 48;

/** What a search is made of while it runs. */
interface Search {
  readonly engine: Engine;
  readonly query: Query;
  readonly answers: readonly WordAnswer[];
  /** Records (as 1) that the filters let pass; null where there are none. */
  readonly allowed: Uint8Array | null;
  readonly sort: SearchState['sort'];
  /** For each record its place in the order of dates; null where dates do not matter. */
  readonly dates: readonly (readonly number[])[] | null;
}

/**
 * Searches: what holds every wanted word, the best places first; else what holds most of them, kept apart as near. A word that
 * is nowhere is named. Which records hold a word the index knows exactly; whether words stand side by side is looked up.
 *
 * @param shown How many hits of the chosen kind to show.
 * @param facets Whether to count the values of every filter, which loads them all; else only the kinds are counted.
 */
export async function find(engine: Engine, state: SearchState, shown = 30, facets = false): Promise<Found> {
  const query = readQuery(state.q);
  if (query.wanted.length === 0 && (state.q.trim() !== '' || isEmpty(state))) return NOTHING;
  const [answers, allowed, dates] = await Promise.all([
    Promise.all(query.wanted.map((wanted) => answerWord(engine, wanted))),
    allowedBy(engine, state),
    state.sort === 'best' ? null : engine.column('date'),
  ]);
  const search: Search = { engine, query, answers, allowed, sort: state.sort, dates: dates?.of ?? null };
  const kinds = state.kind === null ? KINDS : [state.kind];
  const candidates = new Map(KINDS.map((kind) => [kind, candidatesOf(search, kind)]));
  const of = (kind: Kind) => candidates.get(kind) ?? { ordered: [], certain: 0 };
  const sections = await Promise.all(
    kinds.map((kind) => sectionOf(search, kind, of(kind), state.kind === null ? SHOWN[kind] : shown)),
  );
  const found = sections.filter(({ hits }) => hits.length > 0);
  const nowhere = found.length > 0 ? [] : await wordsNowhere(search);
  return {
    sections: found,
    near: found.length > 0 ? [] : await nearOf(search, kinds),
    nowhere,
    instead: await insteadOf(engine, state, nowhere),
    counts: {
      kind: Object.fromEntries(
        KINDS.map((kind) => [kind, sections.find((section) => section.kind === kind)?.total ?? of(kind).certain]),
      ),
      ...(facets
        ? await facetCounts(
            engine,
            kinds.flatMap((kind) => of(kind).ordered),
          )
        : {}),
    },
  };
}

/** Which records the chosen filters let pass. */
async function allowedBy(engine: Engine, { filters }: SearchState): Promise<Uint8Array | null> {
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

interface Candidates {
  /** Records that hold every word, or may, best first. */
  readonly ordered: readonly number[];
  /** How many of them hold every word for certain. */
  readonly certain: number;
}

/** The records of a kind that answer, in the order of where they hold the words, or of their dates. */
function candidatesOf(search: Search, kind: Kind): Candidates {
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

/** Reads as many records as are shown; where only their text can tell whether they count, as many as that takes. */
async function sectionOf(search: Search, kind: Kind, { ordered, certain }: Candidates, show: number): Promise<Section> {
  const { engine, query } = search;
  if (certain === ordered.length) {
    const hits = await Promise.all(ordered.slice(0, show).map((record) => hitOf(engine, record, query)));
    return { kind, hits, total: certain, atLeast: false };
  }
  const read = await Promise.all(
    ordered.slice(0, Math.max(MOST_READ, show)).map((record) => hitOf(engine, record, query)),
  );
  const whole = read.filter(({ answer }) => answer.whole);
  // Only now is it known where they stand side by side.
  if (search.sort === 'best') whole.sort((a, b) => compareAnswers(a.answer, b.answer));
  const all = read.length === ordered.length;
  return {
    kind,
    hits: whole.slice(0, show),
    total: all ? whole.length : Math.max(certain, whole.length),
    atLeast: !all,
  };
}

/** The records that hold most of the words, where none holds all. */
async function nearOf(search: Search, kinds: readonly Kind[]): Promise<Hit[]> {
  const { engine, query, answers, allowed } = search;
  if (answers.length < 2) return [];
  const best: { record: number; weight: number }[] = [];
  for (const kind of kinds) {
    const { from, to } = engine.rangeOf(kind);
    for (let record = from; record < to; record += 1) {
      if (allowed !== null && allowed[record] === 0) continue;
      const weight = answers.reduce((sum, { levels }) => sum + missingOr(levels[record] ?? NONE), 0);
      if (weight < missingOr(NONE) * answers.length) best.push({ record, weight });
    }
  }
  best.sort((a, b) => a.weight - b.weight || a.record - b.record);
  const hits = await Promise.all(best.slice(0, SHOWN_NEAR).map(({ record }) => hitOf(engine, record, query)));
  return hits.filter(({ answer }) => !answer.whole);
}

/** A word that is missing weighs more than any number of words in lesser places. */
function missingOr(level: number): number {
  return level === NONE ? 100 : level;
}

/** Searches once more with the nearest spellings, where every word that is nowhere has one. */
async function insteadOf(engine: Engine, state: SearchState, nowhere: readonly Misspelt[]): Promise<Instead | null> {
  if (nowhere.length === 0) return null;
  let q = state.q;
  for (const { written, near } of nowhere) {
    const [nearest] = near;
    if (nearest === undefined) return null;
    q = q.replace(written, () => nearest.word);
  }
  const { sections } = await find(engine, { ...state, q });
  const hits = sections.flatMap((section) => section.hits).slice(0, SHOWN_NEAR);
  return hits.length === 0 ? null : { q: q.trim(), hits };
}

/** The wanted words that no record holds. */
async function wordsNowhere({ engine, answers }: Search): Promise<Misspelt[]> {
  const absent = await Promise.all(
    answers.map(async ({ wanted, count, maybe }) => {
      if (count > 0) return [];
      const places = maybe === null ? [] : [...maybe.entries()].flatMap(([record, may]) => (may === 1 ? [record] : []));
      const alone: Query = { wanted: [wanted] };
      const hits = await Promise.all(places.slice(0, MOST_READ).map((record) => hitOf(engine, record, alone)));
      // Where too many would have to be read, nothing is claimed.
      return places.length > MOST_READ || hits.some(({ answer }) => answer.whole) ? [] : [wanted];
    }),
  );
  const once = new Map(absent.flat().map((wanted) => [wanted.written, wanted]));
  return Promise.all([...once.values()].map((wanted) => nearWords(engine, wanted)));
}

/** Counts the values of every filter among the records that were found. */
async function facetCounts(engine: Engine, records: readonly number[]): Promise<Counts> {
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
