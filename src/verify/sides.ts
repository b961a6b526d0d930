import type { Decision } from '../model/decision.ts';
import type { Position, Stance } from '../model/position.ts';

const FOR: readonly Stance[] = ['proposes', 'supports'];
const AGAINST: readonly Stance[] = ['opposes', 'concedes'];

/** The positions of a record that count: neither withdrawn nor rejected. */
export function standing({ positions }: Pick<Decision, 'positions'>): Position[] {
  return positions.filter(({ withdrawn, review }) => withdrawn === undefined && review !== 'rejected');
}

/** How many positions are quoted on each side; what is reported or asked takes neither. */
export function sidesOf(positions: readonly Pick<Position, 'stance'>[]): { pro: number; con: number } {
  const counted = (stances: readonly Stance[]): number =>
    positions.filter(({ stance }) => stances.includes(stance)).length;
  return { pro: counted(FOR), con: counted(AGAINST) };
}
