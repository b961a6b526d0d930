import { describe, expect, it } from 'vitest';
import { repositoryAt } from './repository.ts';

const FILE = 'content/decisions/PREC-7F3Q2-x y.mdx';

describe('the repository of a site', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b/edit/main/content/decisions/PREC-7F3Q2-x%20y.mdx'],
    ['https://github.com/a/b.git', 'https://github.com/a/b/edit/main/content/decisions/PREC-7F3Q2-x%20y.mdx'],
    [
      'https://gitlab.example.org/a/b/',
      'https://gitlab.example.org/a/b/-/edit/main/content/decisions/PREC-7F3Q2-x%20y.mdx',
    ],
    ['https://codeberg.org/a/b', 'https://codeberg.org/a/b/_edit/main/content/decisions/PREC-7F3Q2-x%20y.mdx'],
  ])('at %s is edited at %s', (address, edit) => {
    expect(repositoryAt(address)?.edit(FILE)).toBe(edit);
  });

  it('takes a report with its title and text, whatever they hold', () => {
    const report = repositoryAt('https://github.com/a/b')?.report('PREC-7F3Q2-P1: a & b?', 'Who?\nX #1');
    const address = new URL(report ?? '');
    expect([address.pathname, address.searchParams.get('title'), address.searchParams.get('body')]).toEqual([
      '/a/b/issues/new',
      'PREC-7F3Q2-P1: a & b?',
      'Who?\nX #1',
    ]);
    expect(address.hash).toBe('');
  });

  it('on a host of which nothing is known leads to the repository, and invents no address', () => {
    const other = repositoryAt('https://git.example.org/a');
    expect(other?.edit(FILE)).toBeNull();
    expect(other?.report('t', 'b')).toBe('https://git.example.org/a');
  });

  it('is none where none is named, and is refused where it is no web address', () => {
    expect(repositoryAt(undefined)).toBeNull();
    expect(repositoryAt(' ')).toBeNull();
    expect(() => repositoryAt('javascript:alert(1)')).toThrow('PRECEDENT_REPOSITORY is no web address');
  });
});
