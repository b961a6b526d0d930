import { termUrl } from '../../site/urls.ts';
import { distinct, fromRoot, type Lookup, present } from '../lookup.ts';
import type { SearchRecord } from '../record.ts';

/** Every term of the vocabulary, under its names and its definition. */
export function termRecords({ knowledge }: Lookup): SearchRecord[] {
  return knowledge.terms.map((term) => ({
    kind: 'term',
    url: fromRoot(termUrl(term.id)),
    title: term.prefLabel,
    text: distinct([term.definition, term.scopeNote]),
    also: [...term.altLabel, ...term.hiddenLabel],
    meta: present({ names: term.altLabel.join(', ') }),
    filters: { option: [term.prefLabel] },
    date: null,
  }));
}
