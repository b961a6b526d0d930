import type { Line } from '../model/message.ts';
import type { Evidence } from '../model/position.ts';
import type { Place } from '../model/primitives.ts';
import type { Term } from '../model/term.ts';
import { BASE, evidenceUrl } from '../site/urls.ts';
import type { SearchKnowledge, SearchSource } from './record.ts';

/** The knowledge, with what the kinds of hits look up in it. */
export interface Lookup {
  readonly knowledge: SearchKnowledge;
  /** A term of the vocabulary, if there is one by that id. */
  term(id: string | null): Term | undefined;
  /** The person's own name for a name as a source writes it; the name itself where nobody is known by it. */
  canonical(name: string): string;
  /** All names of the person whom a source calls so. */
  namesOf(name: string): readonly string[];
  source(slug: string): SearchSource | undefined;
  /** The address of the words of a position in the page of their source, or null where that is not known. */
  evidence(evidence: Evidence, mark: string): string | null;
}

/** Prepares the tables by which the kinds of hits look up terms, people and sources. */
export function lookup(knowledge: SearchKnowledge): Lookup {
  const terms = new Map(knowledge.terms.map((term) => [term.id, term]));
  const sources = new Map(knowledge.sources.map((source) => [source.slug, source]));
  const people = new Map(
    knowledge.people.flatMap((person) => [person.name, ...person.aliases].map((name) => [name, person] as const)),
  );
  return {
    knowledge,
    term: (id) => (id === null ? undefined : terms.get(id)),
    canonical: (name) => people.get(name)?.name ?? name,
    namesOf(name) {
      const person = people.get(name);
      return person === undefined ? [name] : [...new Set([person.name, ...person.aliases, name])];
    },
    source: (slug) => sources.get(slug),
    evidence({ source, start, part }, mark) {
      const entry = sources.get(source);
      const line = entry === undefined ? undefined : lineAt(entry, start, part);
      return line === undefined ? null : fromRoot(evidenceUrl(source, start, line, mark));
    },
  };
}

/** A link of the site as an address from its root, whatever folder it is served in. */
export function fromRoot(href: string): string {
  return `/${href.slice(BASE.length)}`;
}

/** The line of a source in which a place lies; one that two people share is found by the part that holds the column. */
function lineAt(
  { messages }: SearchSource,
  { line: number, column }: Place,
  part: string | undefined,
): Line | undefined {
  const lines = messages.flatMap(({ lines: all }) =>
    all.filter((line) => line.number === number && line.part === part),
  );
  return lines.findLast((line) => line.column <= column) ?? lines[0];
}

/** The names of a term that are shown, and those that it is only found by. */
export function namesOfTerm(term: Term | undefined): {
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
} {
  return { shown: term === undefined ? [] : [term.prefLabel, ...term.altLabel], hidden: term?.hiddenLabel ?? [] };
}

/** Leaves out what has no value, so that a hit never shows an empty field. */
export function present(meta: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(meta).flatMap(([key, value]) =>
      value === null || value === undefined || value === '' ? [] : [[key, value]],
    ),
  );
}

/** Each value once, in order of first occurrence, without those that are missing. */
export function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== undefined && value !== ''))];
}
