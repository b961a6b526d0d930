import type { Finding } from '../../model/problem.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';
import { findCircle } from '../circles.ts';

/** The vocabulary holds together: each term once, what it names exists, none is broader than itself. */
export const terms: Check = {
  counts: ['term', 'terms'],
  promise: 'each given once, in no circle',
  run({ terms: all, files }) {
    const { file, lineOf } = files.terms;
    const byId = new Map(all.map((term) => [term.id, term]));
    const seen = new Set<string>();
    const findings = all.flatMap((term, index): Finding[] => {
      const at = (...path: (string | number)[]) => ({ file, line: lineOf([index, ...path]), id: term.id });
      const twice = seen.has(term.id) ? [finding('id-twice', 'the vocabulary has this term already', at('id'))] : [];
      seen.add(term.id);
      const lost = (['broader', 'related'] as const).flatMap((field) =>
        term[field].flatMap((id, place) =>
          byId.has(id) ? [] : [finding('term-unknown', `${field}: no term ${id}`, at(field, place))],
        ),
      );
      return [...twice, ...lost];
    });
    const circle = findCircle([...byId.keys()], (id) => byId.get(id)?.broader ?? []);
    if (circle !== null) {
      const [first = ''] = circle;
      const line = lineOf([all.findIndex(({ id }) => id === first), 'broader']);
      findings.push(finding('term-circle', circle.join(' → '), { file, line, id: first }));
    }
    return { checked: all.length, findings };
  },
};
