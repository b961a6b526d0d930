import type { Person } from '../model/person.ts';

/** A person who has a page: listed in `people.yaml`, or known only by the name a source gives. */
export interface KnownPerson {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly note?: string;
  /** `listed` where an editor has established who it is. */
  readonly standing: 'listed' | 'unconfirmed' | 'name-only';
}

/** Finds the person behind a name exactly as a source writes it. */
export type PersonOf = (name: string | null) => KnownPerson | null;

/**
 * Makes the list of people from `people.yaml` and from the names of holders that it does not list. Two names that would
 * share an address get none: a page that mixes two people is worse than no page.
 */
export function knownPeople(listed: readonly Person[], holders: readonly (string | null)[]): KnownPerson[] {
  const named = new Set(listed.flatMap((person) => [person.name, ...person.aliases]));
  const taken = new Set(listed.map((person) => person.id));
  const bySlug = new Map<string, string[]>();
  for (const name of new Set(holders)) {
    if (name === null || named.has(name)) continue;
    const slug = slugOf(name);
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), name]);
  }
  const unlisted = [...bySlug].flatMap(([slug, names]) => {
    const [name] = names;
    return name === undefined || names.length > 1 || slug === '' || taken.has(slug) ? [] : [{ slug, name }];
  });
  return [
    ...listed.map(({ id, name, aliases, note, checked }): KnownPerson => {
      const standing = checked === 'confirmed' ? 'listed' : 'unconfirmed';
      return { slug: id, name, aliases, standing, ...(note === undefined ? {} : { note }) };
    }),
    ...unlisted.map((person): KnownPerson => ({ ...person, aliases: [], standing: 'name-only' })),
  ].sort(byName);
}

/** Makes the look-up from a name as written to a person; unknown names give null. */
export function personLookup(people: readonly KnownPerson[]): PersonOf {
  const byAnyName = new Map(people.flatMap((person) => [person.name, ...person.aliases].map((name) => [name, person])));
  return (name) => (name === null ? null : (byAnyName.get(name) ?? null));
}

/** Two letters for a narrow column. @example initials('Christoph Lameter') → 'CL'; initials('aliguori') → 'al' */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const first = Array.from(words.at(0) ?? '?');
  const last = Array.from(words.at(-1) ?? '?');
  return words.length > 1 ? `${first[0]}${last[0]}` : first.slice(0, 2).join('');
}

/** Words that begin a family name rather than end the names before it. */
const PARTICLES = new Set(['da', 'de', 'del', 'den', 'der', 'di', 'du', 'la', 'le', 'ten', 'ter', 'van', 'von', 'zu']);

/**
 * The name a list is sorted by: family name first, as far as a machine can tell.
 *
 * @example sortName('Bart Van Assche') → 'Van Assche, Bart'
 */
export function sortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word.toLowerCase()));
  const family = particle > 0 ? particle : words.length - 1;
  const given = words.slice(0, Math.max(family, 0)).join(' ');
  return given === '' ? name.trim() : `${words.slice(family).join(' ')}, ${given}`;
}

function byName(a: KnownPerson, b: KnownPerson): number {
  const [left, right] = [sortName(a.name).toLowerCase(), sortName(b.name).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-');
}
