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

/** Records looked at of each kind, and shown, where all kinds are shown together. */
const LOOKED_AT = 12;
const SHOWN: Readonly<Record<Kind, number>> = { position: 6, decision: 4, fact: 3, term: 3, person: 3, source: 4 };
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
  const overall = await engine.search(term, { ...options, filters: { ...state.filters, kind: { any: KINDS } } });
  const kinds = state.kind === null ? KINDS : [state.kind];
  const looked = await Promise.all(
    kinds.map((kind) =>
      look(
        engine,
        query,
        { ...options, filters: { ...state.filters, kind } },
        kind,
        state.kind === null ? null : shown,
      ),
    ),
  );
  const nowhere = await wordsNowhere(
    engine,
    query,
    looked.flatMap(({ hits }) => hits),
  );
  const sections = looked.map((one) => sectionOf(one, state)).filter(({ total }) => total > 0);
  const near = looked.flatMap(({ hits }) => hits.filter(({ answer }) => !answer.whole));
  const some = sections.length === 0 && near.length === 0 ? await holdingSome(engine, query, options) : near;
  return {
    sections,
    near: distinctHits(some)
      .sort((a, b) => compareAnswers(a.answer, b.answer))
      .slice(0, SHOWN_NEAR),
    nowhere,
    counts: overall.filters,
  };
}

interface Looked {
  readonly kind: Kind;
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly show: number;
}

async function look(
  engine: Engine,
  query: Query,
  options: EngineOptions,
  kind: Kind,
  shown: number | null,
): Promise<Looked> {
  const count = Math.max(LOOKED_AT, shown ?? 0);
  const first = await engine.search(query.engine === '' ? null : query.engine, options);
  const hits = await load(first, query, count);
  // `per-VMA` is also written `per VMA`, which to the engine is another thing; only those that hold it side by side count.
  const apart = query.apart === null ? [] : await load(await engine.search(query.apart, options), query, count);
  const added = apart.filter((hit) => hit.answer.whole && !hits.some(({ url }) => url === hit.url));
  return {
    kind,
    hits: [...hits, ...added],
    total: first.results.length + added.length,
    show: shown ?? SHOWN[kind],
  };
}

async function load({ results }: EngineAnswer, query: Query, count: number): Promise<Hit[]> {
  const fragments = await Promise.all(results.slice(0, count).map((result) => result.data()));
  return fragments.map((fragment) => hitOf(fragment, query));
}

function sectionOf({ kind, hits, total, show }: Looked, { sort }: SearchState): Section {
  const whole = hits.filter(({ answer }) => answer.whole);
  if (sort === 'best') whole.sort((a, b) => compareAnswers(a.answer, b.answer));
  const all = hits.length >= total;
  const near = hits.length - whole.length;
  return {
    kind,
    hits: whole.slice(0, show),
    total: all || near > 0 ? whole.length : total,
    atLeast: !all && near > 0,
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
    query.wanted.map(async ({ joined }) => load(await engine.search(joined, options), query, LOOKED_AT)),
  );
  return found.flat().filter(({ lacks }) => lacks.length < query.wanted.length);
}

function distinctHits(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [hit.url, hit])).values()];
}
