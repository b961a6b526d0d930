import type { Decision } from '../model/decision.ts';
import type { Theme } from '../model/theme.ts';
import { years } from './dates.ts';
import type { PlacedPosition } from './placed.ts';
import type { Rest } from './record-of.ts';
import type { Site } from './site.ts';
import { factUrl } from './urls.ts';

/** A theme with everything its ids stand for. */
export interface ThemeView {
  readonly theme: Theme;
  /** In time order. */
  readonly positions: readonly PlacedPosition[];
  readonly decisions: readonly Decision[];
  readonly holders: readonly string[];
  readonly years: string;
  readonly account: readonly { readonly text: string; readonly rests: readonly Rest[] }[];
}

/** Gathers what a theme names. Throws where it names a position or fact that no record holds. */
export function themeView(theme: Theme, site: Site): ThemeView {
  const missing = theme.positions.find((id) => site.positions.every((placed) => placed.id !== id));
  if (missing !== undefined) throw new Error(`the theme ${theme.id} names ${missing}, which no record holds`);
  const positions = site.positions.filter(({ id }) => theme.positions.includes(id));
  const holders = positions.flatMap(({ position }) => (position.holder === null ? [] : [position.holder]));
  return {
    theme,
    positions,
    decisions: [...new Set(positions.map(({ decision }) => decision))],
    holders: [...new Set(holders)],
    years: years(positions.map(({ date }) => date)),
    account: theme.account.map(({ text, rests }) => ({ text, rests: rests.map((id) => restOf(id, theme, site)) })),
  };
}

function restOf(id: string, theme: Theme, site: Site): Rest {
  if (id === 'editor') return { label: 'editor’s note', href: null };
  const placed = site.positions.find((one) => one.id === id);
  if (placed !== undefined) return { label: id, href: placed.href };
  for (const decision of site.decisions) {
    const fact = decision.outcome.facts.find((one) => `${decision.id}-${one.id}` === id);
    if (fact !== undefined) return { label: id, href: factUrl(decision.id, fact.id) };
  }
  throw new Error(`the theme ${theme.id} rests on ${id}, which no record holds`);
}
