import type { Decision } from '../model/decision.ts';
import { fullId } from '../model/id.ts';
import type { End } from '../model/redirect.ts';
import { mergedInto } from '../versions/index.ts';
import type { PlacedPosition } from './placed.ts';
import type { Site } from './site.ts';

/** A page whose address is an id; an id that was ever given keeps one. */
export type IdPage =
  | { readonly id: string; readonly kind: 'decision'; readonly decision: Decision }
  | { readonly id: string; readonly kind: 'position'; readonly placed: PlacedPosition }
  | { readonly id: string; readonly kind: 'tombstone'; readonly end: End };

/**
 * Every page under an id: decisions, positions, positions that were withdrawn, ids of records merged into others, and former
 * ids. An id of an argument or a fact is no page; it stands on the page of its record.
 */
export function idPages(site: Site): IdPage[] {
  const decisions = site.decisions.map((decision): IdPage => ({ id: decision.id, kind: 'decision', decision }));
  const positions = site.positions.map((placed): IdPage => ({ id: placed.id, kind: 'position', placed }));
  const withdrawn = site.decisions.flatMap((decision) =>
    decision.positions.flatMap((position): IdPage[] =>
      position.withdrawn === undefined || position.review === 'rejected'
        ? []
        : [
            {
              id: fullId(decision.id, position.id),
              kind: 'tombstone',
              end: { to: null, code: 'retracted', reason: position.withdrawn },
            },
          ],
    ),
  );
  const merged = site.decisions.flatMap((decision) =>
    decision.aliases.map((id): IdPage => ({ id, kind: 'tombstone', end: mergedInto(decision.id) })),
  );
  const former = site.redirects.map((end): IdPage => ({ id: end.from, kind: 'tombstone', end }));
  const pages = new Map<string, IdPage>();
  // What stands first wins: a record that lives is never hidden behind the note of its former address.
  for (const page of [...decisions, ...positions, ...withdrawn, ...former, ...merged]) {
    if (!pages.has(page.id)) pages.set(page.id, page);
  }
  return [...pages.values()];
}
