import type { Argument, Position } from '../model/position.ts';
import { digestOf, digestsOf, type Extracted, editedByHand, MACHINE_FIELDS, type MachineField } from './fields.ts';
import type { Overlap, Stretch } from './overlap.ts';

/** What became of a position that a record already held. */
export type Verdict = 'unchanged' | 'updated' | 'diverged' | 'withdrawn' | 'rejected';

export interface MergedPosition {
  readonly position: Position;
  readonly verdict: Verdict;
  /** Fields that a person has changed and the extractor sees otherwise. */
  readonly diverged: readonly MachineField[];
}

/** Written into a position that the extractor no longer finds and that nobody has touched. */
const NO_LONGER_FOUND = 'The extractor no longer finds it in the source.';

/**
 * Brings a position up to date with what the extractor finds now, field by field: a field that still is what the extractor
 * last wrote is replaced, a field that a person has changed is kept. Who has reviewed a position stands for all that it
 * says, so none of it is replaced. Positions of an editor, rejected ones and those that a person has withdrawn are left alone.
 */
export function mergePosition(
  position: Position,
  found: Extracted,
  overlap: (a: Stretch, b: Stretch) => Overlap,
): MergedPosition {
  const fixed = leftAlone(position);
  if (fixed !== null) return { position, verdict: fixed, diverged: [] };
  const changed = MACHINE_FIELDS.filter((field) => digestOf(position, field) !== digestOf(found, field));
  const reviewed = position.review === 'reviewed';
  const kept = changed.filter((field) => reviewed || editedByHand(position, field));
  const taken = changed.filter((field) => !kept.includes(field));
  // How sure a rule is of what a person has judged is no difference of opinion.
  const diverged = kept.filter((field) => field !== 'confidence');
  if (taken.length === 0) return { position, verdict: diverged.length > 0 ? 'diverged' : 'unchanged', diverged };
  const numbered = taken.includes('arguments') ? numberArguments(position, found, overlap) : {};
  const values = Object.fromEntries(taken.map((field) => [field, found[field]]));
  return { position: remember({ ...position, ...values, ...numbered }, taken), verdict: 'updated', diverged };
}

/**
 * What becomes of a position that the extractor no longer finds: it keeps its number and its words and says that it is
 * withdrawn. One that a person has reviewed or changed stays as it is, and is reported.
 */
export function mergeMissing(position: Position): MergedPosition {
  const fixed = leftAlone(position);
  if (fixed !== null) return { position, verdict: fixed, diverged: [] };
  if (position.withdrawn !== undefined) return { position, verdict: 'withdrawn', diverged: [] };
  const touched = position.review === 'reviewed' || MACHINE_FIELDS.some((field) => editedByHand(position, field));
  if (touched) return { position, verdict: 'diverged', diverged: ['withdrawn'] };
  const withdrawn = remember({ ...position, withdrawn: NO_LONGER_FOUND }, ['withdrawn']);
  return { position: withdrawn, verdict: 'withdrawn', diverged: [] };
}

/** Gives a position found for the first time its number. */
export function newPosition(id: string, found: Extracted, extractor: string): Position {
  const numbered = found.arguments.map((argument, index) => ({ id: `A${index + 1}`, ...argument }));
  return {
    id,
    ...found,
    arguments: numbered,
    review: 'extracted',
    extractor,
    extracted: digestsOf(found),
  };
}

function leftAlone(position: Position): Verdict | null {
  if (position.review === 'rejected') return 'rejected';
  if (position.extractor === 'editor') return 'unchanged';
  return position.withdrawn !== undefined && editedByHand(position, 'withdrawn') ? 'withdrawn' : null;
}

/** Remembers the digests of the fields just written; those of all other fields stay. */
function remember(position: Position, written: readonly MachineField[]): Position {
  const now = Object.fromEntries(written.map((field) => [field, digestOf(position, field)]));
  const all: Record<string, string> = { ...position.extracted, ...now };
  const ordered = [...MACHINE_FIELDS.filter((field) => field in all), ...Object.keys(all).filter(isOther)];
  return { ...position, extracted: Object.fromEntries(ordered.map((field) => [field, all[field] ?? ''])) };
}

function isOther(field: string): boolean {
  return !MACHINE_FIELDS.some((known) => known === field);
}

/** Numbers the arguments found: one that was there keeps its number, a new one gets a number never given before. */
function numberArguments(
  position: Position,
  found: Extracted,
  overlap: (a: Stretch, b: Stretch) => Overlap,
): Pick<Position, 'arguments' | 'mintedArguments'> {
  const free = [...position.arguments];
  let highest = Math.max(position.mintedArguments ?? 0, ...position.arguments.map(({ id }) => Number(id.slice(1))));
  const numbered = found.arguments.map((argument): Argument => {
    const at = free.findIndex((old) => overlap(old.evidence, argument.evidence).ofBoth >= 0.5);
    const [same] = at < 0 ? [] : free.splice(at, 1);
    if (same !== undefined) return { id: same.id, ...argument };
    highest += 1;
    return { id: `A${highest}`, ...argument };
  });
  const shown = Math.max(0, ...numbered.map(({ id }) => Number(id.slice(1))));
  const remembered = position.mintedArguments !== undefined || highest > shown;
  return { arguments: numbered, ...(remembered ? { mintedArguments: highest } : {}) };
}
