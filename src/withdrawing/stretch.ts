import type { Place } from '../model/primitives.ts';
import { comparePlaces } from '../model/primitives.ts';

/** Words of one source that are to go: from the first character to the last, inclusive. */
export interface Stretch {
  readonly source: string;
  /** The part whose decoded lines the places count; then also the message, since every mail has its own part 1. */
  readonly part?: string | undefined;
  readonly message?: string | undefined;
  readonly start: Place;
  readonly end: Place;
}

/** What names the text of a line: nothing for one that stands in the file as it is, else its part and message. */
export function hidden(part: string | undefined, message: string): Pick<Stretch, 'part' | 'message'> {
  return part === undefined ? {} : { part, message };
}

/** Whether two stretches have a character in common. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  if (!sameText(a, b)) return false;
  return comparePlaces(a.start, b.end) <= 0 && comparePlaces(b.start, a.end) <= 0;
}

/** Whether the places of two stretches count the lines of the same text. */
export function sameText(a: Stretch, b: Stretch): boolean {
  return a.source === b.source && a.part === b.part && (a.part === undefined || a.message === b.message);
}

/** The same stretches, those that overlap as one, in the order of sources and places. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  const key = ({ source, part = '', message = '' }: Stretch): string =>
    `${source} ${part} ${part === '' ? '' : message}`;
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
