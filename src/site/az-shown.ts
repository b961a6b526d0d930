import type { IndexEntry, ReferenceGroup } from './az.ts';

/** Records and sources that an entry shows; the page of its person or subject leads to the others, or the search. */
const MOST_GROUPS = 50;
/** Places in one of them that it shows; who opens the first finds the others. */
const MOST_REFERENCES = 30;

/** Links on one page of the index: what it weighs is where its entries lead to, not how many there are. */
export const PAGE_LINKS = 2000;

/** An entry of the index as a page shows it: no more of it than a page has room for, however often its subject comes up. */
export interface ShownEntry extends Omit<IndexEntry, 'groups'> {
  readonly groups: readonly (ReferenceGroup & { /** Places left out. */ readonly rest: number })[];
  /** Records and sources left out. */
  readonly more: number;
  /** Links that it puts on a page. */
  readonly links: number;
}

/** Cuts an entry of the index to what a page shows of it, and counts its links. */
export function shownOf(entry: IndexEntry): ShownEntry {
  const groups = entry.groups.slice(0, MOST_GROUPS).map(({ of, references }) => ({
    of,
    references: references.slice(0, MOST_REFERENCES),
    rest: Math.max(0, references.length - MOST_REFERENCES),
  }));
  const links = groups.reduce((sum, { references }) => sum + 1 + references.length, 1);
  return { ...entry, groups, more: Math.max(0, entry.groups.length - MOST_GROUPS), links };
}
