import type { Position } from '../model/position.ts';
import { digestOf, type Extracted, editedByHand } from './fields.ts';
import type { Overlap, Stretch } from './overlap.ts';

/** Share of all that two stretches cover from which they are the same position. */
const SAME = 0.5;

/** A position of a record, with the record's id. */
export interface Known {
  readonly decision: string;
  readonly position: Position;
}

/**
 * Pairs what the extractor finds in one source with the positions that the records hold of it, one to one, the closest
 * first: same words (half of all that the two stretches cover) and same holder. Where a person has changed the words or the
 * holder, the digest of what the extractor wrote there tells that it is the same; where a person has moved the words,
 * covering half of the shorter stretch is enough.
 *
 * @returns for each index in `found`, the known position.
 */
export function matchPositions(
  known: readonly Known[],
  found: readonly Extracted[],
  overlap: (a: Stretch, b: Stretch) => Overlap,
): Map<number, Known> {
  const candidates = candidateIndex(found);
  const pairs = known.flatMap((one, order) =>
    candidates(one.position).flatMap((index) => {
      const other = found[index];
      const score = other === undefined ? 0 : likeness(one.position, other, overlap);
      return score > 0 ? [{ one, order, index, score }] : [];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || a.order - b.order || a.index - b.index);
  const matched = new Map<number, Known>();
  const taken = new Set<Known>();
  for (const { one, index } of pairs) {
    if (matched.has(index) || taken.has(one)) continue;
    matched.set(index, one);
    taken.add(one);
  }
  return matched;
}

/** Finds what may be the same as a position without comparing all with all: a shared line, or a digest remembered. */
function candidateIndex(found: readonly Extracted[]): (position: Position) => number[] {
  const byKey = new Map<string, number[]>();
  const enter = (key: string, index: number): void => {
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [index]);
    else list.push(index);
  };
  found.forEach((one, index) => {
    for (const line of linesOf(one)) enter(line, index);
    enter(digestOf(one, 'evidence'), index);
  });
  return (position) => {
    const keys = [...linesOf(position), position.extracted.evidence ?? ''];
    return [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))].sort((a, b) => a - b);
  };
}

function linesOf({ evidence: { start, end } }: Pick<Position, 'evidence'>): string[] {
  return Array.from({ length: Math.max(end.line - start.line + 1, 0) }, (_, index) => `line ${start.line + index}`);
}

function likeness(position: Position, found: Extracted, overlap: (a: Stretch, b: Stretch) => Overlap): number {
  if (!sameHolder(position, found)) return 0;
  if (position.extracted.evidence === digestOf(found, 'evidence')) return 2;
  const { ofBoth, ofShorter } = overlap(position.evidence, found.evidence);
  if (ofBoth >= SAME) return ofBoth;
  return editedByHand(position, 'evidence') && ofShorter >= SAME ? ofShorter / 2 : 0;
}

/** A holder who was not known, or is no longer, does not make another position of it. */
function sameHolder(position: Position, found: Extracted): boolean {
  const { holder } = position;
  if (holder === found.holder || holder === null || found.holder === null) return true;
  return position.extracted.holder === digestOf(found, 'holder');
}
