import type { Corpus } from './corpus.ts';

/** What a reader finds at an address: the thing itself, the way to where it is now, or what became of it. */
export type Answer = 'page' | 'redirect' | 'tombstone';

/**
 * Every address under an id that the site answers, relative to its base, and with what. Pages are made from the same lists, so
 * that an address that stands here is an address that is built.
 *
 * @example answersOf(corpus).get('PREC-7F3Q2-P3/v/1/') → 'page'
 */
export function answersOf({ decisions, positions, gone, versions }: Corpus): Map<string, Answer> {
  return new Map<string, Answer>([
    ...gone.map(({ id, kind }): [string, Answer] => [`${id}/`, kind === 'moved' ? 'redirect' : 'tombstone']),
    ...versions.map(({ id, version }): [string, Answer] => [`${id}/v/${version}/`, 'page']),
    ...[...decisions, ...positions].map(({ id }): [string, Answer] => [`${id}/`, 'page']),
  ]);
}
