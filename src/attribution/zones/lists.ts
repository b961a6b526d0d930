import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';

const ITEM = /^\s{0,12}(?:\(?(?:\d{1,2}|[A-Za-z])[.)/]|[-*•+])\s+\S/;

/** Tells whether a line begins with the marker of a list. @example isItem('2) the second') → true */
export function isItem(text: string): boolean {
  return ITEM.test(text);
}

/** Zones list items: each runs from its marker to a blank line or another depth. */
export function markLists(lines: readonly BodyLine[], zones: BodyZone[]): void {
  let item: number | null = null;
  lines.forEach(({ depth, text }, index) => {
    if (text.trim() === '' || depth !== item) item = null;
    if (zones[index] !== 'prose') item = null;
    else if (isItem(text) && !/^\s*[A-Za-z]\. [a-z]/.test(text)) item = depth;
    if (item !== null) zones[index] = 'list';
  });
}
