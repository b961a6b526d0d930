import { compareAnswers } from '../match.ts';
import { readQuery } from '../query.ts';
import { KINDS, type Kind } from '../record.ts';
import { answerWord } from './answers.ts';
import { allowedBy, type Candidates, candidatesOf, MOST_READ, type Search } from './candidates.ts';
import { type Counts, facetCounts } from './counts.ts';
import type { Engine } from './engine.ts';
import { type Hit, hitOf } from './hit.ts';
import { nearOf, SHOWN_NEAR, wordsNowhere } from './lacking.ts';
import type { Misspelt } from './near.ts';
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
  const all = kinds.flatMap((kind) => of(kind).ordered);
  return {
    sections: found,
    near: found.length > 0 ? [] : await nearOf(search, kinds),
    nowhere,
    instead: await insteadOf(engine, state, nowhere),
    counts: {
      kind: Object.fromEntries(
        KINDS.map((kind) => [kind, sections.find((section) => section.kind === kind)?.total ?? of(kind).certain]),
      ),
      ...(facets ? await facetCounts(engine, all) : {}),
    },
  };
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
