import type { Decision } from '../model/decision.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Term } from '../model/term.ts';
import type { Theme } from '../model/theme.ts';
import { type KnownPerson, knownPeople, type PersonOf, personLookup } from './holders.ts';
import type { SiteKnowledge, SourceEntry } from './knowledge.ts';
import { type PlacedPosition, placePositions } from './placed.ts';

/** The knowledge with everything that is derived from it once: what the pages read from. */
export interface Site {
  readonly sources: readonly SourceEntry[];
  readonly terms: readonly Term[];
  readonly decisions: readonly Decision[];
  readonly redirects: readonly Redirect[];
  readonly themes: readonly Theme[];
  readonly people: readonly KnownPerson[];
  /** In time order. */
  readonly positions: readonly PlacedPosition[];
  readonly personOf: PersonOf;
  readonly termOf: (slug: string) => Term | null;
  readonly positionsOf: (decision: string) => readonly PlacedPosition[];
  readonly positionsIn: (source: string) => readonly PlacedPosition[];
  readonly positionsOn: (term: string) => readonly PlacedPosition[];
  readonly positionsBy: (person: string) => readonly PlacedPosition[];
}

/** Derives the site from the knowledge. Pure; the same knowledge gives the same site. */
export function siteFrom(knowledge: SiteKnowledge): Site {
  const { sources, terms, decisions, redirects, themes } = knowledge;
  const holders = decisions.flatMap((decision) => decision.positions.map((position) => position.holder));
  const people = knownPeople(knowledge.people, holders);
  const personOf = personLookup(people);
  const positions = placePositions(decisions, sources, personOf);
  const byDecision = Map.groupBy(positions, ({ decision }) => decision.id);
  const bySource = Map.groupBy(positions, ({ position }) => position.evidence.source);
  const byOption = Map.groupBy(positions, ({ position }) => position.option);
  const byPerson = Map.groupBy(positions, ({ person }) => person?.slug);
  const byTerm = new Map(terms.map((term) => [term.id, term]));
  return {
    sources,
    terms,
    decisions,
    redirects,
    themes,
    people,
    positions,
    personOf,
    termOf: (slug) => byTerm.get(slug) ?? null,
    positionsOf: (id) => byDecision.get(id) ?? [],
    positionsIn: (slug) => bySource.get(slug) ?? [],
    positionsOn: (slug) => byOption.get(slug) ?? [],
    positionsBy: (slug) => byPerson.get(slug) ?? [],
  };
}
