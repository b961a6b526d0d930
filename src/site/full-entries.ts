import type { PlacedPosition } from './placed.ts';
import { speakerNote } from './speaker-note.ts';

/** Positions that a decision page shows in full; with more of them the page would not come in one flight. */
const IN_FULL = 18;
/** Positions up to which each has name, date and place on lines of their own; more of them stand on two lines each. */
const APART = 30;
/** Characters that the first words of all positions share where there are more, and the least that one gets. */
const SHARED = 2_200;
const LEAST = 40;

/**
 * How many characters of its words each position shows on the page of its decision: all of them (null) where there is room,
 * else the fewer the more positions there are.
 *
 * @example firstWords(12) → null, firstWords(22) → 100
 */
export function firstWords(positions: number): number | null {
  return positions <= IN_FULL ? null : Math.max(LEAST, Math.floor(SHARED / positions));
}

/** Whether there are so many positions that each gets two lines alone. @example areVeryMany(150) → true */
export function areVeryMany(positions: number): boolean {
  return positions > APART;
}

/**
 * Notes on speakers that a page need not repeat: for each position whose note an earlier one has already given, the id of
 * that one.
 */
export function notesAlreadyGiven(positions: readonly PlacedPosition[]): ReadonlyMap<string, string> {
  const givenAt = new Map<string, string>();
  const again = new Map<string, string>();
  for (const placed of positions) {
    const note = speakerNote(placed);
    if (note === null) continue;
    const earlier = givenAt.get(note);
    if (earlier === undefined) givenAt.set(note, placed.position.id);
    else again.set(placed.position.id, earlier);
  }
  return again;
}
