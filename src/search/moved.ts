import { fullId } from '../model/id.ts';
import type { SearchKnowledge } from './record.ts';

/** Former ids, each with the id that has taken its place, or null where only a tombstone is left. */
export type MovedIds = Readonly<Record<string, string | null>>;

/**
 * The ids that were given once and name no record any more: former addresses, records merged into others, positions that were
 * withdrawn. What stands first wins, as on the pages (`site/id-pages.ts`).
 */
export function movedIds({ decisions, redirects }: Pick<SearchKnowledge, 'decisions' | 'redirects'>): MovedIds {
  const withdrawn = decisions.flatMap(({ id, positions }) =>
    positions
      .filter((position) => position.withdrawn !== undefined && position.review !== 'rejected')
      .map((position) => [fullId(id, position.id), null] as const),
  );
  const former = redirects.map(({ from, to }) => [from, to] as const);
  const merged = decisions.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const));
  const all = new Map<string, string | null>();
  for (const [from, to] of [...withdrawn, ...former, ...merged]) if (!all.has(from)) all.set(from, to);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
