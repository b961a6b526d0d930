import { fullId } from '../../model/id.ts';
import type { Finding } from '../../model/problem.ts';
import { endOf, versionFile } from '../../versions/index.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** Every released version is as it was released, and every id that was ever released still says something at its address. */
export const versions: Check = {
  counts: ['released id', 'released ids'],
  promise: 'each version as it was released, each address answering',
  run({ decisions, redirects, released: { histories, findings: broken } }) {
    const held = new Set(decisions.flatMap(({ id, positions }) => [id, ...positions.map((one) => fullId(id, one.id))]));
    const findings: Finding[] = [...broken];
    for (const [id, history] of histories) {
      const where = { file: versionFile(id), id };
      const end = endOf(id, { decisions, redirects });
      if (!held.has(id) && end === null) {
        findings.push(finding('address-lost', 'was released and is gone without a word', where));
      }
      const removed = history.find(({ substance }) => substance.kind === 'removed');
      if (removed !== undefined && (end === null || end.to !== null)) {
        const what = `version ${removed.version} has lost its words, and nothing says why`;
        findings.push(finding('version-broken', what, where));
      }
    }
    return { checked: histories.size, findings };
  },
};
