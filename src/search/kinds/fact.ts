import { fullId } from '../../model/id.ts';
import { factUrl } from '../../site/urls.ts';
import { distinct, fromRoot, type Lookup, present } from '../lookup.ts';
import type { SearchRecord } from '../record.ts';

/** Every dated fact of what became of a decision. */
export function factRecords(known: Lookup): SearchRecord[] {
  return known.knowledge.decisions.flatMap((decision) =>
    decision.outcome.facts.map((fact) => {
      const options = decision.options
        .filter(({ facts }) => facts.includes(fact.id))
        .map(({ term }) => known.term(term)?.prefLabel);
      const year = fact.date.slice(0, 4);
      return {
        kind: 'fact',
        url: fromRoot(factUrl(decision.id, fact.id)),
        title: `What came of it, ${fact.date}: ${decision.title}`,
        text: [fact.text],
        also: [],
        meta: present({
          id: fullId(decision.id, fact.id),
          option: distinct(options).join(', '),
          year,
          status: decision.status,
          checked: fact.checked === 'unconfirmed' ? 'unconfirmed' : null,
        }),
        filters: { option: distinct(options), year: [year], status: [decision.status] },
        date: fact.date,
      };
    }),
  );
}
