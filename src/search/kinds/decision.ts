import { decisionUrl } from '../../site/urls.ts';
import { distinct, fromRoot, type Lookup, namesOfTerm, present } from '../lookup.ts';
import { proseOf } from '../prose.ts';
import type { SearchRecord } from '../record.ts';

/** Every decision, under its question, its answer, its account and its options; the options' other names find it too. */
export function decisionRecords(known: Lookup): SearchRecord[] {
  const prose = new Map(known.knowledge.records.map(({ decision, body }) => [decision.id, proseOf(body)]));
  return known.knowledge.decisions.map((decision) => {
    const terms = decision.options.map(({ term }) => known.term(term));
    const names = terms.map(namesOfTerm);
    const sources = decision.positions.map(({ evidence }) => known.source(evidence.source)?.source);
    const dates = distinct(sources.map((source) => source?.date.slice(0, 10))).sort();
    return {
      kind: 'decision',
      url: fromRoot(decisionUrl(decision.id)),
      title: decision.title,
      text: [decision.question, decision.summary, decision.outcome.summary, ...(prose.get(decision.id) ?? [])],
      also: distinct(names.flatMap(({ shown, hidden }) => [...shown, ...hidden])),
      meta: present({
        id: decision.id,
        status: decision.status,
        options: distinct(terms.map((term) => term?.prefLabel)).join(', '),
        year: distinct([dates.at(0), dates.at(-1)].map((date) => date?.slice(0, 4))).join('–'),
      }),
      filters: {
        option: distinct(terms.map((term) => term?.prefLabel)),
        holder: distinct(decision.positions.map(({ holder }) => (holder === null ? null : known.canonical(holder)))),
        stance: distinct(decision.positions.map(({ stance }) => stance)),
        year: distinct(dates.map((date) => date.slice(0, 4))),
        status: [decision.status],
        list: distinct(sources.map((source) => source?.list)),
      },
      date: dates.at(-1) ?? null,
    };
  });
}
