import type { Facet, Kind } from '../record.ts';
import type { Found, Section } from './find.ts';
import type { Misspelt } from './near.ts';

/** Names of the kinds, one and many. */
export const KIND_NAMES: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  position: ['Position', 'Positions'],
  decision: ['Decision', 'Decisions'],
  theme: ['Shared question', 'Shared questions'],
  fact: ['Outcome', 'Outcomes'],
  term: ['Term', 'Terms'],
  person: ['Person', 'People'],
  source: ['Passage in a source', 'Passages in sources'],
};

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  option: 'Option',
  holder: 'Held by',
  stance: 'Stance',
  year: 'Year',
  status: 'Status of the decision',
  list: 'List',
};

/** A number of things. @example count(2, 'Position', 'Positions') → '2 positions' */
export function count(number: number, one: string, many: string, atLeast = false): string {
  return `${atLeast ? 'at least ' : ''}${number} ${(number === 1 ? one : many).toLowerCase()}`;
}

/**
 * Says in one sentence what was found; the same sentence is shown and announced.
 *
 * @param answered Whether the words were taken for a question, and what was proposed before stands above the hits.
 */
export function summary({ sections, near, nowhere }: Found, q: string, answered = false): string {
  const kinds = sections.map(({ kind, total, atLeast }: Section) => count(total, ...KIND_NAMES[kind], atLeast));
  const asked = q.trim() === '' ? '' : ` for “${q.trim()}”`;
  if (kinds.length === 0 && answered)
    return `No page holds all of these words; what was proposed before stands below, for “${q.trim()}”.${nowhereText(nowhere)}`;
  const found = kinds.length === 0 ? 'Nothing found' : joinWords(kinds);
  const close = near.length === 0 ? '' : ` ${count(near.length, 'near match', 'near matches')} below.`;
  return `${found}${asked}.${nowhereText(nowhere)}${close}`;
}

function nowhereText(words: readonly Misspelt[]): string {
  if (words.length === 0) return '';
  const quoted = words.map(({ written }) => `“${written}”`);
  const near = words.flatMap((misspelt) => misspelt.near.map(({ word }) => word));
  const spelt = near.length === 0 ? '' : ` Near: ${joinWords(near)}.`;
  return ` ${joinWords(quoted)} ${words.length === 1 ? 'is' : 'are'} nowhere on this site.${spelt}`;
}

/** @example joinWords(['a', 'b', 'c']) → 'a, b and c' */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
