import { decisionRecords } from './kinds/decision.ts';
import { factRecords } from './kinds/fact.ts';
import { personRecords } from './kinds/person.ts';
import { positionRecords } from './kinds/position.ts';
import { sourceRecords } from './kinds/source.ts';
import { termRecords } from './kinds/term.ts';
import { themeRecords } from './kinds/theme.ts';
import { type Lookup, lookup } from './lookup.ts';
import type { Kind, SearchKnowledge, SearchRecord } from './record.ts';

/** One kind of hit, one module. */
const MAKERS: Readonly<Record<Kind, (known: Lookup) => SearchRecord[]>> = {
  position: positionRecords,
  decision: decisionRecords,
  theme: themeRecords,
  fact: factRecords,
  term: termRecords,
  person: personRecords,
  source: sourceRecords,
};

/**
 * Turns the knowledge into the hits of the search: positions, decisions, shared questions, facts, terms, people and passages of the sources,
 * each of its own. The order depends on nothing but the order of the knowledge.
 */
export function searchRecords(knowledge: SearchKnowledge): SearchRecord[] {
  const known = lookup(knowledge);
  return Object.values(MAKERS).flatMap((records) => records(known));
}
