import { themeUrl } from '../../site/urls.ts';
import { fromRoot, type Lookup, present } from '../lookup.ts';
import type { SearchRecord } from '../record.ts';

/** Every question that several discussions share, under its account. */
export function themeRecords({ knowledge }: Lookup): SearchRecord[] {
  return knowledge.themes.map(({ id, title, question, account, positions }) => ({
    kind: 'theme',
    url: fromRoot(themeUrl(id)),
    title,
    text: [question, ...account.map(({ text }) => text)],
    also: [],
    meta: present({ bearing: `${positions.length} positions` }),
    filters: {},
    date: null,
  }));
}
