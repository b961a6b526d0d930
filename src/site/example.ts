import type { PlacedPosition } from './placed.ts';

/** Lengths, in characters, between which a quotation can stand alone. */
const SHORTEST = 90;
const LONGEST = 230;

/**
 * Chooses the quotation that the front page shows: first-hand, its speaker and option known, nothing taken back, for or
 * against something, with a reason in it, and of a length to be read at a glance; reviewed before surest before first.
 * Null where there is none.
 */
export function exampleOf(positions: readonly PlacedPosition[]): PlacedPosition | null {
  const fit = positions.filter(({ position, decision }) => {
    const length = Array.from(position.evidence.exact).length;
    return (
      !decision.draft &&
      position.holder !== null &&
      position.option !== null &&
      !position.secondHand &&
      position.hedge === 'none' &&
      position.stance === 'opposes' &&
      position.arguments.length > 0 &&
      length >= SHORTEST &&
      length <= LONGEST
    );
  });
  const rank = ({ position }: PlacedPosition): number => (position.review === 'reviewed' ? 1 : 0) + position.confidence;
  const [first, ...rest] = fit;
  if (first === undefined) return null;
  return rest.reduce((best, next) => (rank(next) > rank(best) ? next : best), first);
}
