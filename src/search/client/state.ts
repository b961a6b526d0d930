import { FACETS, type Facet, isKind, type Kind } from '../record.ts';

/** What is searched for; the whole of it stands in the address, so that a search can be passed on and gone back to. */
export interface SearchState {
  readonly q: string;
  readonly kind: Kind | null;
  readonly filters: Readonly<Partial<Record<Facet, string>>>;
  /** Best answers first, or by date. */
  readonly sort: 'best' | 'newest' | 'oldest';
}

const SORTS = ['best', 'newest', 'oldest'] as const;

/** Reads a search from the query part of an address; what is unknown in it is left aside. */
export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const kind = params.get('kind') ?? '';
  const filters: Partial<Record<Facet, string>> = {};
  for (const facet of FACETS) {
    const value = params.get(facet);
    if (value !== null && value !== '') filters[facet] = value;
  }
  return {
    q: params.get('q') ?? '',
    kind: isKind(kind) ? kind : null,
    filters,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'best',
  };
}

/** Writes a search as the query part of an address, always in the same order. @example `?q=O_DIRECT&kind=position` */
export function writeState({ q, kind, filters, sort }: SearchState): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  if (kind !== null) params.set('kind', kind);
  for (const facet of FACETS) {
    const value = filters[facet];
    if (value !== undefined) params.set(facet, value);
  }
  if (sort !== 'best') params.set('sort', sort);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether anything is asked for at all. */
export function isEmpty({ q, filters }: SearchState): boolean {
  return q.trim() === '' && Object.keys(filters).length === 0;
}
