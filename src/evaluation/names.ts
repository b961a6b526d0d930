import type { Person } from '../model/person.ts';

/** Holders that stand for nobody known. */
const NOBODY = new Set(['unnamedposter', 'threadstarter', 'unknown', 'anonymous']);

/** A name reduced to its letters and digits, lower case: `PaulMcKenney` and `Paul McKenney` are one. */
function squash(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Makes a function that tells whether two names mean one holder, by their letters and by the people known. */
export function sameHolder(people: readonly Person[]): (a: string | null, b: string | null) => boolean {
  const known = new Map(
    people.flatMap((person) => [person.name, ...person.aliases].map((name) => [squash(name), person.id])),
  );
  const key = (name: string | null): string | null => {
    if (name === null) return null;
    const letters = squash(name);
    return NOBODY.has(letters) ? null : (known.get(letters) ?? letters);
  };
  return (a, b) => key(a) === key(b);
}
