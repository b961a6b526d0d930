import type { Decision } from '../model/decision.ts';
import type { Term } from '../model/term.ts';
import type { PlacedPosition } from './placed.ts';
import type { Site } from './site.ts';

/** What leads to a term. */
export interface TermUse {
  readonly term: Term;
  /** Decisions in which it is an option. */
  readonly decisions: readonly Decision[];
  /** Positions on it, in time order. */
  readonly positions: readonly PlacedPosition[];
  readonly broader: readonly Term[];
  readonly narrower: readonly Term[];
  readonly related: readonly Term[];
}

/** Gathers what leads to a term. Relations between terms hold both ways, whichever side states them (SKOS). */
export function termUse(term: Term, site: Site): TermUse {
  const named = (slugs: readonly string[]): Term[] =>
    slugs.flatMap((slug) => {
      const found = site.termOf(slug);
      return found === null ? [] : [found];
    });
  const relatedHere = new Set(term.related);
  const relatedThere = site.terms.filter(({ related, id }) => related.includes(term.id) && !relatedHere.has(id));
  return {
    term,
    decisions: site.decisions.filter(({ options }) => options.some((option) => option.term === term.id)),
    positions: site.positionsOn(term.id),
    broader: named(term.broader),
    narrower: site.terms.filter(({ broader }) => broader.includes(term.id)),
    related: [...named(term.related), ...relatedThere],
  };
}
