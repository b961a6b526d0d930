import type { Query } from '../query.ts';
import type { Kind } from '../record.ts';
import { NONE } from './answers.ts';
import { MOST_READ, type Search } from './candidates.ts';
import { type Hit, hitOf } from './hit.ts';
import { type Misspelt, nearWords } from './near.ts';

/** Hits shown that lack a word. */
export const SHOWN_NEAR = 8;

/** The records that hold most of the words, where none holds all. */
export async function nearOf(search: Search, kinds: readonly Kind[]): Promise<Hit[]> {
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

/** The wanted words that no record holds. */
export async function wordsNowhere({ engine, answers }: Search): Promise<Misspelt[]> {
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
