import { fullId } from '../../model/id.ts';
import type { Finding } from '../../model/problem.ts';
import type { RecordFile } from '../../records/record.ts';
import type { Path } from '../../records/yaml.ts';
import { type Code, finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** What a record names exists: terms, options, facts, and the positions that positions answer. */
export const references: Check = {
  counts: ['reference', 'references'],
  promise: 'each leads somewhere',
  run({ records, terms }) {
    const known = new Set(terms.map(({ id }) => id));
    let checked = 0;
    const findings: Finding[] = [];
    for (const record of records) {
      for (const { code, what, holds, path, local } of referencesOf(record, known)) {
        checked += 1;
        const id = local === undefined ? record.decision.id : fullId(record.decision.id, local);
        if (!holds) findings.push(finding(code, what, { file: record.file, line: record.lineOf(path), id }));
      }
    }
    return { checked, findings };
  },
};

interface Reference {
  readonly code: Code;
  readonly what: string;
  readonly holds: boolean;
  readonly path: Path;
  readonly local?: string;
}

function referencesOf({ decision }: RecordFile, terms: ReadonlySet<string>): Reference[] {
  const facts = new Set(decision.outcome.facts.map(({ id }) => id));
  const positions = new Set(decision.positions.map(({ id }) => id));
  const options = new Set(decision.options.map(({ term }) => term));
  const ofOptions = decision.options.flatMap(({ term, facts: named }, index): Reference[] => [
    { code: 'term-unknown', what: `no term ${term}`, holds: terms.has(term), path: ['options', index, 'term'] },
    ...named.map(
      (fact, at): Reference => ({
        code: 'fact-unknown',
        what: `option ${term} rests on ${fact}`,
        holds: facts.has(fact),
        path: ['options', index, 'facts', at],
      }),
    ),
  ]);
  const ofPositions = decision.positions.flatMap(
    ({ id, option, respondsTo, withdrawn, review }, index): Reference[] => {
      const found: Reference[] = [];
      const at = (field: string) => ({ path: ['positions', index, field], local: id });
      if (option !== null) {
        found.push({ code: 'term-unknown', what: `no term ${option}`, holds: terms.has(option), ...at('option') });
        // A position that does not count needs no row among the options.
        const listed = withdrawn !== undefined || review === 'rejected' || options.has(option);
        found.push({
          code: 'option-missing',
          what: `${option} is not among the options`,
          holds: listed,
          ...at('option'),
        });
      }
      if (respondsTo !== undefined) {
        const holds = respondsTo !== id && positions.has(respondsTo);
        found.push({ code: 'position-unknown', what: `it answers ${respondsTo}`, holds, ...at('respondsTo') });
      }
      return found;
    },
  );
  return [...ofOptions, ...ofPositions];
}
