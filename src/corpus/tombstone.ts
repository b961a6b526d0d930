import { decisionOf } from '../versions/index.ts';
import type { Corpus } from './corpus.ts';

/** What the page of a former id names beside its end: the record it stood in, and its positions that have such a page themselves. */
export function tombstoneOf(
  id: string,
  { decisions, gone }: Pick<Corpus, 'decisions' | 'gone'>,
): { readonly home: string | null; readonly parts: readonly string[] } {
  const home = decisionOf(id);
  const parts = gone.flatMap((one) => (one.id.startsWith(`${id}-P`) ? [one.id.slice(id.length + 1)] : []));
  return { home: home !== id && decisions.some((one) => one.id === home) ? home : null, parts };
}
