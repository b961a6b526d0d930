import type { Decision } from '../model/decision.ts';
import type { PlacedPosition } from './placed.ts';
import type { Site } from './site.ts';

/** The record whose body is rendered: what the components of a body refer to. */
export interface RecordInHand {
  readonly decision: Decision;
  readonly site: Site;
}

/** A thing a sentence of ours rests on, with its link on the same page. */
export interface Rest {
  readonly label: string;
  readonly href: string | null;
}

/** Finds a position of the record by its local or whole id. Throws where the record has none of that name. */
export function positionNamed({ decision, site }: RecordInHand, id: string): PlacedPosition {
  const local = id.slice(id.lastIndexOf('-') + 1);
  const found = site.positionsOf(decision.id).find(({ position }) => position.id === local);
  if (found === undefined) throw new Error(`${decision.id}: its body names ${id}, which it does not hold`);
  return found;
}

/**
 * Says what a sentence rests on. @example restsOn(record, 'P3 F2 editor')
 *
 * Throws where the record holds no such position or fact.
 */
export function restsOn(record: RecordInHand, on: string): Rest[] {
  return on
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === 'editor') return { label: 'editor’s note', href: null };
      const local = part.slice(part.lastIndexOf('-') + 1);
      const fact = record.decision.outcome.facts.find(({ id }) => id === local);
      if (fact === undefined) positionNamed(record, part);
      return { label: local, href: `#${local}` };
    });
}
