import type { Message } from '../model/message.ts';
import type { Person } from '../model/person.ts';

/** Names that may be one person's, and why. Only `people.yaml` says whether they are. */
export interface Proposal {
  readonly names: readonly string[];
  readonly reason: string;
}

/** More names than these share an address of a machine, not of a person. */
const MOST_NAMES = 4;

/**
 * Proposes who may be one person under several names: those who wrote from one address, whose names differ in writing alone
 * (case, accents, order), or of whom one name is short for the other (`M. Example`, `Mo Example`). Nobody is merged by it.
 * What `people` settles already is left out: names of one entry, and names of two, who have been told apart.
 *
 * @example proposePeople([{ from: { name: 'Mo' , mailbox: k } }, { from: { name: 'Mo Example', mailbox: k } }], [])
 *   → [{ names: ['Mo', 'Mo Example'], reason: 'they wrote from one address' }]
 */
export function proposePeople(messages: readonly Pick<Message, 'from'>[], people: readonly Person[]): Proposal[] {
  const names = [...new Set(messages.flatMap(({ from }) => from?.name ?? []))];
  const byMailbox = new Map<string, Set<string>>();
  for (const { from } of messages) {
    if (from?.mailbox === undefined) continue;
    const sharing = byMailbox.get(from.mailbox);
    if (sharing === undefined) byMailbox.set(from.mailbox, new Set([from.name]));
    else sharing.add(from.name);
  }
  const sharing = [...byMailbox.values()]
    .filter(({ size }) => size > 1 && size <= MOST_NAMES)
    .map((group) => [...group]);
  const alike = [...Map.groupBy(names, spelling).values()].filter((group) => group.length > 1);
  const proposals = [
    ...sharing.map((group) => ({ names: group, reason: 'they wrote from one address' })),
    ...alike.map((group) => ({ names: group, reason: 'their names differ in writing alone' })),
    ...shortened(names).map((group) => ({ names: group, reason: 'one name may be short for the other' })),
  ];
  const entryOf = new Map(
    people.flatMap((person) => [person.name, ...person.aliases].map((name) => [name, person.id])),
  );
  const seen = new Set<string>();
  return proposals.filter((proposal) => {
    const key = [...proposal.names].sort().join('\n');
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh && !isSettled(proposal.names, entryOf);
  });
}

/** Every name has an entry: they are one person or several, but that has been said. */
function isSettled(names: readonly string[], entryOf: ReadonlyMap<string, string>): boolean {
  return names.every((name) => entryOf.has(name));
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** A name without what writing it changes; a name of one word is too little to compare. */
function spelling(name: string): string {
  const words = wordsOf(name);
  return words.length < 2 ? `\n${name}` : words.sort().join(' ');
}

/** Pairs of names with one last word, of which one gives initials where the other gives words, or leaves the middle out. */
function shortened(names: readonly string[]): string[][] {
  const byLast = Map.groupBy(
    names.filter((name) => wordsOf(name).length > 1),
    (name) => wordsOf(name).at(-1),
  );
  return [...byLast.values()].flatMap((group) =>
    group.flatMap((one, at) => group.slice(at + 1).flatMap((other) => (isShortFor(one, other) ? [[one, other]] : []))),
  );
}

function isShortFor(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)].sort((x, y) => x.length - y.length);
  const [first = '', second = ''] = [a?.[0], b?.[0]];
  if (a === undefined || b === undefined || a.join(' ') === b.join(' ')) return false;
  if (first === second) return a.length === 2 && b.length > 2;
  return (first.length === 1 && second.startsWith(first)) || (second.length === 1 && first.startsWith(second));
}
