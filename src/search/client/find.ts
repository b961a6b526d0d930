import { compareAnswers } from '../match.ts';
import { type Query, readQuery, type Wanted } from '../query.ts';
import { KINDS, type Kind } from '../record.ts';
import type { Engine, EngineAnswer, EngineOptions } from './engine.ts';
import { type Hit, hitOf } from './hit.ts';
import { isEmpty, type SearchState } from './state.ts';

/** What a search found. */
export interface Found {
  readonly sections: readonly Section[];
  /** Hits that lack a wanted word, or hold it in another form than any that was asked for. */
  readonly near: readonly Hit[];
  /** Wanted words that are nowhere on the site. */
  readonly nowhere: readonly string[];
  /** Values of the filters among what was found, with counts. */
  readonly counts: EngineAnswer['filters'];
}

/** The hits of one kind. */
export interface Section {
  readonly kind: Kind;
  readonly hits: readonly Hit[];
  /** How many there are, of which `hits` are the first; `atLeast` where not all of them have been looked at. */
  readonly total: number;
  readonly atLeast: boolean;
}

const NOTHING: Found = { sections: [], near: [], nowhere: [], counts: {} };

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
/** Records looked at beyond those shown: some of them hold a wanted word in a better place, and some only nearly. */
const LOOKED_BEYOND = 4;
/** Up to as many results, all of them are looked at; each costs a small file on first sight. */
const ALL = 36;
const SHOWN_NEAR = 8;
/** Records looked at to tell whether a word is anywhere: the engine puts those that hold it whole before the others. */
const LOOKED_AT_FOR_WORD = 5;

/**
 * Searches, and makes the engine's answer exact: what holds every wanted word comes first, in the order of where it holds
 * it; what does not is kept apart as near; a word that is nowhere is named, for the engine drops it without a word.
 *
 * @param shown How many hits of the chosen kind to show.
 * @param facets Whether to count the values of every filter, which loads them all; else only the kinds are counted.
 */
export async function find(engine: Engine, state: SearchState, shown = 30, facets = false): Promise<Found> {
  const query = readQuery(state.q);
  if (query.wanted.length === 0 && isEmpty({ ...state, q: '' })) return NOTHING;
  const options: EngineOptions = { filters: state.filters, ...sortOf(state) };
  const term = query.engine === '' ? null : query.engine;
  if (facets) await engine.filters();
  const kinds = state.kind === null ? KINDS : [state.kind];
  const overall = await engine.search(term, withKinds(options, KINDS));
  const looked = await look(engine, query, options, state.kind, overall, shown);
  const hits = [...looked, ...(await apartHits(engine, query, withKinds(options, kinds), looked))];
  const sections = kinds
    .map((kind) => sectionOf(kind, hits, overall, state, state.kind === null ? SHOWN[kind] : shown))
    .filter(({ total }) => total > 0);
  const near = hits.filter(({ answer }) => !answer.whole);
  const some = sections.length === 0 && near.length === 0 ? await holdingSome(engine, query, options) : near;
  return {
    sections,
    near: distinctHits(some)
      .sort((a, b) => compareAnswers(a.answer, b.answer))
      .slice(0, SHOWN_NEAR),
    nowhere: await wordsNowhere(engine, query, hits),
    counts: overall.filters,
  };
}

function withKinds(options: EngineOptions, kinds: readonly Kind[]): EngineOptions {
  return { ...options, filters: { ...options.filters, kind: { any: kinds } } };
}

/** Reads the best records: of all kinds together where they are few, else some of each kind, so that none is crowded out. */
async function look(
  engine: Engine,
  query: Query,
  options: EngineOptions,
  only: Kind | null,
  overall: EngineAnswer,
  shown: number,
): Promise<readonly Hit[]> {
  if (only === null && overall.results.length <= ALL) return load(overall, query, ALL);
  const term = query.engine === '' ? null : query.engine;
  const present = (only === null ? KINDS : [only]).filter((kind) => countOf(overall, kind) > 0);
  const found = await Promise.all(
    present.map(async (kind) => {
      const count = (only === null ? SHOWN[kind] : shown) + LOOKED_BEYOND;
      return load(await engine.search(term, withKinds(options, [kind])), query, count);
    }),
  );
  return found.flat();
}

function countOf({ filters }: EngineAnswer, kind: Kind): number {
  return filters.kind?.[kind] ?? 0;
}

/**
 * Further hits for an identifier that is also written in parts: `per-VMA` as `per VMA`, which to the engine is another thing.
 * Only those count that hold the parts side by side.
 */
async function apartHits(
  engine: Engine,
  query: Query,
  options: EngineOptions,
  known: readonly Hit[],
): Promise<readonly Hit[]> {
  if (query.apart === null) return [];
  const hits = await load(await engine.search(query.apart, options), query, ALL);
  return hits.filter((hit) => hit.answer.whole && !known.some(({ key }) => key === hit.key));
}

async function load({ results }: EngineAnswer, query: Query, count: number): Promise<Hit[]> {
  const fragments = await Promise.all(results.slice(0, count).map((result) => result.data()));
  return fragments.map((fragment) => hitOf(fragment, query));
}

function sectionOf(
  kind: Kind,
  all: readonly Hit[],
  overall: EngineAnswer,
  { sort }: SearchState,
  show: number,
): Section {
  const hits = all.filter((hit) => hit.kind === kind);
  const whole = hits.filter(({ answer }) => answer.whole);
  if (sort === 'best') whole.sort((a, b) => compareAnswers(a.answer, b.answer));
  const total = countOf(overall, kind);
  const sawAll = hits.length >= total;
  const sawNear = hits.length > whole.length;
  return {
    kind,
    hits: whole.slice(0, show),
    // Where some of those looked at are only near, nothing is claimed of the rest.
    total: sawAll || sawNear ? whole.length : total,
    atLeast: !sawAll && sawNear,
  };
}

function sortOf({ sort }: SearchState): EngineOptions {
  return sort === 'best' ? {} : { sort: { date: sort === 'newest' ? 'desc' : 'asc' } };
}

/** The wanted words that no record holds, asked one by one where what was found does not show them. */
async function wordsNowhere(engine: Engine, { wanted }: Query, hits: readonly Hit[]): Promise<string[]> {
  const unseen = wanted.filter((_, index) => hits.every(({ answer }) => answer.levels[index] === 'none'));
  const absent = await Promise.all(
    unseen.map(async (word) => ((await isSomewhere(engine, word)) ? [] : [word.written])),
  );
  return [...new Set(absent.flat())];
}

async function isSomewhere(engine: Engine, word: Wanted): Promise<boolean> {
  const alone: Query = { wanted: [word], engine: word.joined, apart: null };
  for (const term of new Set([word.joined, word.parts.join(' ')])) {
    const hits = await load(await engine.search(term, {}), alone, LOOKED_AT_FOR_WORD);
    if (hits.some(({ answer }) => answer.whole)) return true;
  }
  return false;
}

/** Records that hold some of the wanted words, for a query of which none holds all. */
async function holdingSome(engine: Engine, query: Query, options: EngineOptions): Promise<Hit[]> {
  if (query.wanted.length < 2) return [];
  const found = await Promise.all(
    query.wanted.map(async ({ joined }) => load(await engine.search(joined, options), query, SHOWN_NEAR)),
  );
  return found.flat().filter(({ lacks }) => lacks.length < query.wanted.length);
}

function distinctHits(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [hit.key, hit])).values()];
}
