import type { Place } from '../model/primitives.ts';
import { comparePlaces } from '../model/primitives.ts';

/** Words of one source that are to go: from the first character to the last, inclusive. */
export interface Stretch {
  readonly source: string;
  readonly part?: string | undefined;
  readonly start: Place;
  readonly end: Place;
}

/** Whether two stretches have a character in common. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  if (a.source !== b.source || a.part !== b.part) return false;
  return comparePlaces(a.start, b.end) <= 0 && comparePlaces(b.start, a.end) <= 0;
}

/** The same stretches, those that overlap as one, in the order of sources and places. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  const key = ({ source, part = '' }: Stretch): string => `${source} ${part}`;
  const sorted = stretches.toSorted((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : comparePlaces(a.start, b.start),
  );
  for (const next of sorted) {
    const last = all.at(-1);
    if (last !== undefined && overlaps(last, next)) {
      all[all.length - 1] = { ...last, end: comparePlaces(last.end, next.end) > 0 ? last.end : next.end };
    } else all.push(next);
  }
  return all;
}
