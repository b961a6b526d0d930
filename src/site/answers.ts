import type { PlacedPosition } from './placed.ts';

/** Local ids of the positions of the same record that answer this one, in the order given. */
export function answersOf(placed: PlacedPosition, all: readonly PlacedPosition[]): string[] {
  return all
    .filter(
      ({ decision, position }) => decision.id === placed.decision.id && position.respondsTo === placed.position.id,
    )
    .map(({ position }) => position.id);
}
