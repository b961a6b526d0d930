import { describe, expect, it } from 'vitest';
import { initials, knownPeople, personLookup, sortName } from './holders.ts';

const greg = { id: 'greg-kh', name: 'Greg Kroah-Hartman', aliases: ['Greg KH'], checked: 'confirmed' as const };

describe('the people of the site', () => {
  it('are found by each name the sources give them', () => {
    const personOf = personLookup(knownPeople([greg], ['Greg KH', 'Ann Ölsen', null]));
    expect(personOf('Greg KH')?.slug).toBe('greg-kh');
    expect(personOf('Ann Ölsen')).toMatchObject({ slug: 'ann-olsen', standing: 'name-only' });
    expect(personOf('greg')).toBeNull();
    expect(personOf(null)).toBeNull();
  });

  it('share no page: names that would have one address get none', () => {
    const people = knownPeople([greg], ['A. B', 'A B', 'Greg-KH', '???']);
    expect(people.map((person) => person.slug)).toEqual(['greg-kh']);
  });

  it('are sorted by family name', () => {
    const people = knownPeople([], ['Ming Lei', 'aliguori', 'David Addison']);
    expect(people.map((person) => person.name)).toEqual(['David Addison', 'aliguori', 'Ming Lei']);
    expect(['Greg Kroah-Hartman', 'Peter da Silva', 'Bart Van Assche', 'Oracle', ''].map(sortName)).toEqual([
      'Kroah-Hartman, Greg',
      'da Silva, Peter',
      'Van Assche, Bart',
      'Oracle',
      '',
    ]);
  });

  it('have initials for a narrow column', () => {
    expect(['Christoph Lameter', 'aliguori', ''].map(initials)).toEqual(['CL', 'al', '?']);
  });
});
