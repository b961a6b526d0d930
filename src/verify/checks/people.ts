import type { Finding } from '../../model/problem.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** A name belongs to one person: two people are never merged by accident. */
export const people: Check = {
  counts: ['person', 'people'],
  promise: 'each name of one person only',
  run({ people: all, files }) {
    const { file, lineOf } = files.people;
    const owners = new Map<string, string>();
    const seen = new Set<string>();
    const findings = all.flatMap((person, index): Finding[] => {
      const at = (...path: (string | number)[]) => ({ file, line: lineOf([index, ...path]), id: person.id });
      const twice = seen.has(person.id) ? [finding('id-twice', 'another person has this id', at('id'))] : [];
      seen.add(person.id);
      const names = [
        { name: person.name, path: ['name'] },
        ...person.aliases.map((name, place) => ({ name, path: ['aliases', place] })),
      ];
      const shared = names.flatMap(({ name, path }) => {
        const owner = owners.get(name);
        if (owner === undefined) owners.set(name, person.id);
        if (owner === undefined || owner === person.id) return [];
        return [finding('alias-twice', `“${name}” is also ${owner}`, at(...path))];
      });
      return [...twice, ...shared];
    });
    return { checked: all.length, findings };
  },
};
