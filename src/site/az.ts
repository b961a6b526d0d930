import type { Term } from '../model/term.ts';
import type { KnownPerson } from './holders.ts';
import { sortName } from './holders.ts';
import type { SourceEntry } from './knowledge.ts';
import type { PlacedPosition } from './placed.ts';
import { isRead } from './runs.ts';
import { symbolsIn } from './symbols.ts';
import { decisionUrl, lineUrl, personUrl, sourceUrl, termUrl } from './urls.ts';

/** A place an entry of the index leads to. */
export interface Reference {
  readonly label: string;
  readonly href: string;
}

/** References that share a decision or a source, named once. */
export interface ReferenceGroup {
  readonly of: Reference;
  readonly references: readonly Reference[];
}

/** An entry of the A–Z index; `see` where it only leads to the name that is used. */
export interface IndexEntry {
  readonly heading: string;
  readonly kind: 'symbol' | 'person' | 'subject';
  readonly href: string | null;
  readonly see: Reference | null;
  readonly groups: readonly ReferenceGroup[];
}

/** One letter of the index; what begins with no Latin letter stands under `#`. */
export interface IndexLetter {
  readonly letter: string;
  readonly entries: readonly IndexEntry[];
}

/** Subjects: each term with its positions, and each other name of it with a `see`. */
export function subjectEntries(terms: readonly Term[], positions: readonly PlacedPosition[]): IndexEntry[] {
  const byTerm = Map.groupBy(positions, ({ position }) => position.option);
  return terms.flatMap((term) => {
    const about = byTerm.get(term.id) ?? [];
    const entry: IndexEntry = {
      heading: term.prefLabel,
      kind: 'subject',
      href: termUrl(term.id),
      see: null,
      groups: byDecision(about),
    };
    const others = term.altLabel.map(
      (heading): IndexEntry => ({
        heading,
        kind: 'subject',
        href: null,
        see: { label: term.prefLabel, href: termUrl(term.id) },
        groups: [],
      }),
    );
    return [entry, ...others];
  });
}

/** The people of the index, by their family names, each with where they speak. */
export function personEntries(people: readonly KnownPerson[], positions: readonly PlacedPosition[]): IndexEntry[] {
  const byPerson = Map.groupBy(positions, ({ person }) => person?.slug);
  return people.map((person) => ({
    heading: sortName(person.name),
    kind: 'person',
    href: personUrl(person.slug),
    see: null,
    groups: byDecision(byPerson.get(person.slug) ?? []),
  }));
}

/** Identifiers and abbreviations that people wrote, with the lines they stand on. */
export function symbolEntries(sources: readonly SourceEntry[]): IndexEntry[] {
  const found = new Map<string, Map<string, Set<number>>>();
  for (const { slug, messages } of sources) {
    for (const line of messages.flatMap((message) => message.lines).filter(isRead)) {
      for (const symbol of symbolsIn(line.raw.slice(line.prefix))) {
        const bySource = found.get(symbol) ?? new Map<string, Set<number>>();
        bySource.set(slug, (bySource.get(slug) ?? new Set<number>()).add(line.number));
        found.set(symbol, bySource);
      }
    }
  }
  return [...found].map(([heading, bySource]) => ({
    heading,
    kind: 'symbol',
    href: null,
    see: null,
    groups: [...bySource].map(([slug, lines]) => ({
      of: { label: slug, href: sourceUrl(slug) },
      references: [...lines].map((line) => ({ label: String(line), href: lineUrl(slug, line) })),
    })),
  }));
}

function byDecision(positions: readonly PlacedPosition[]): ReferenceGroup[] {
  return [...Map.groupBy(positions, ({ decision }) => decision.id)].map(([id, held]) => ({
    of: { label: id, href: decisionUrl(id) },
    references: held.map(({ position, href }) => ({ label: position.id, href })),
  }));
}

/** Sorts entries by their letters, case folded, punctuation before the first letter ignored, and groups them. */
export function lettersOf(entries: readonly IndexEntry[]): IndexLetter[] {
  // Each key is made once: sorting looks at it many times.
  const keyed = entries.map((entry): Keyed => ({ entry, key: sortKey(entry.heading) })).sort(byHeading);
  return [...Map.groupBy(keyed, ({ key }) => letterOf(key))]
    .map(([letter, group]) => ({ letter, entries: group.map(({ entry }) => entry) }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

function sortKey(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^a-z0-9]+/, '');
}

interface Keyed {
  readonly entry: IndexEntry;
  readonly key: string;
}

function letterOf(key: string): string {
  const first = key.charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

function byHeading(a: Keyed, b: Keyed): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.entry.heading < b.entry.heading ? -1 : a.entry.heading > b.entry.heading ? 1 : 0;
}
