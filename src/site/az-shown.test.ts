import { expect, it } from 'vitest';
import type { IndexEntry } from './az.ts';
import { shownOf } from './az-shown.ts';

const place = (label: string) => ({ label, href: `/${label}/` });
const entryOf = (groups: number, references: number): IndexEntry => ({
  heading: 'O_DIRECT',
  kind: 'symbol',
  href: null,
  see: null,
  groups: Array.from({ length: groups }, (_, group) => ({
    of: place(`source-${group}`),
    references: Array.from({ length: references }, (_, line) => place(`${line}`)),
  })),
});

it('shows an entry of the index whole where there is room for it, and counts its links', () => {
  const shown = shownOf(entryOf(2, 3));
  expect(shown.groups.map(({ references, rest }) => [references.length, rest])).toEqual([
    [3, 0],
    [3, 0],
  ]);
  expect([shown.more, shown.links]).toEqual([0, 9]);
});

it('says how much of an entry it leaves out, and never shows more than a page has room for', () => {
  const shown = shownOf(entryOf(300, 500));
  expect([shown.groups.length, shown.more, shown.groups[0]?.rest]).toEqual([50, 250, 470]);
  expect(shown.links).toBe(1 + 50 * 31);
});
