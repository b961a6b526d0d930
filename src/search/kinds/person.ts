import { personUrl } from '../../site/urls.ts';
import { distinct, fromRoot, type Lookup, present } from '../lookup.ts';
import type { SearchRecord } from '../record.ts';

/** Every person, under all names that the sources give. */
export function personRecords({ knowledge }: Lookup): SearchRecord[] {
  return knowledge.people.map((person) => ({
    kind: 'person',
    url: fromRoot(personUrl(person.id)),
    title: person.name,
    text: distinct([person.note]),
    also: person.aliases,
    meta: present({ names: person.aliases.join(', ') }),
    filters: { holder: [person.name] },
    date: null,
  }));
}
