import type { Decision } from '../../model/decision.ts';
import { fullId } from '../../model/id.ts';
import type { Position, Stance } from '../../model/position.ts';
import { through } from '../../model/through.ts';
import { visibleText } from '../../model/visible.ts';
import { positionUrl } from '../../site/urls.ts';
import { distinct, fromRoot, type Lookup, namesOfTerm, present } from '../lookup.ts';
import type { SearchRecord } from '../record.ts';

/** A stance as the verb between the holder and the option. */
const VERBS: Readonly<Record<Stance, string>> = {
  proposes: 'proposes',
  supports: 'supports',
  opposes: 'opposes',
  concedes: 'concedes a point on',
  reports: 'reports on',
  asks: 'asks about',
};

/** Every position that still counts, under its exact words; its option's other names find it too. */
export function positionRecords(known: Lookup): SearchRecord[] {
  return known.knowledge.decisions.flatMap((decision) =>
    decision.positions
      .filter(({ review, withdrawn }) => review !== 'rejected' && withdrawn === undefined)
      .map((position) => positionRecord(decision, position, known)),
  );
}

function positionRecord(decision: Decision, position: Position, known: Lookup): SearchRecord {
  const term = known.term(position.option);
  const source = known.source(position.evidence.source)?.source;
  const holder = position.holder === null ? null : known.canonical(position.holder);
  const date = source?.date.slice(0, 10) ?? null;
  const year = date?.slice(0, 4);
  const { shown, hidden } = namesOfTerm(term);
  return {
    kind: 'position',
    url: fromRoot(positionUrl(decision.id, position.id)),
    title: `${holder ?? 'Somebody unnamed'} ${VERBS[position.stance]} ${term?.prefLabel ?? decision.title}`,
    text: [visibleText(position.evidence.exact)],
    also: distinct([...shown, ...hidden, ...(position.holder === null ? [] : known.namesOf(position.holder))]),
    meta: present({
      id: fullId(decision.id, position.id),
      holder,
      basis: position.holderBasis === 'inferred' ? 'inferred' : null,
      through: position.quotedBy === undefined ? null : through(position),
      stance: position.stance,
      option: term?.prefLabel,
      fate: decision.options.find(({ term: id }) => id === position.option)?.fate,
      year,
      decision: decision.title,
      status: decision.status,
      list: source?.list,
      line: String(position.evidence.start.line),
      at: known.evidence(position.evidence, fullId(decision.id, position.id)),
    }),
    filters: {
      option: distinct([term?.prefLabel]),
      holder: distinct([holder]),
      stance: [position.stance],
      year: distinct([year]),
      status: [decision.status],
      list: distinct([source?.list]),
    },
    date,
  };
}
