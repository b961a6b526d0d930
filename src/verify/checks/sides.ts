import type { Finding } from '../../model/problem.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';
import { sidesOf, standing } from '../sides.ts';

/**
 * A record that people have written quotes both sides, or says why one is missing: a side that is only told in our words has
 * not been heard. A draft may still lack one.
 */
export const sides: Check = {
  counts: ['finished record', 'finished records'],
  promise: 'each with both sides quoted, or why not',
  run({ records }) {
    const finished = records.filter(({ decision }) => !decision.draft);
    const findings = finished.flatMap((record): Finding[] => {
      const { pro, con } = sidesOf(standing(record.decision));
      const both = pro > 0 && con > 0;
      const says = record.decision.oneSided !== undefined;
      if (both !== says) return [];
      const what = both
        ? `it says why one side is missing, and quotes ${pro} for and ${con} against`
        : `it quotes ${pro} for and ${con} against, and does not say why`;
      const where = {
        file: record.file,
        line: record.lineOf([both ? 'oneSided' : 'positions']),
        id: record.decision.id,
      };
      return [finding('one-sided', what, where)];
    });
    return { checked: finished.length, findings };
  },
};
