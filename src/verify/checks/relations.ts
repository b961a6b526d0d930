import type { Finding } from '../../model/problem.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';
import { findCircle } from '../circles.ts';

/** Kinds that order decisions: a circle of them says nothing. */
const ORDERING = ['supersedes', 'refines', 'depends-on'] as const;

/** Relations and former ids lead to decisions that exist, and not in a circle. */
export const relations: Check = {
  counts: ['relation or former id', 'relations and former ids'],
  promise: 'each leads to what exists, none in a circle',
  run({ records, redirects, files }) {
    const byId = new Map(records.map((record) => [record.decision.id, record]));
    const exists = (id: string): boolean => {
      const [prefix, code, ...local] = id.split('-');
      const decision = byId.get(`${prefix}-${code}`)?.decision;
      if (decision === undefined || local.length === 0) return decision !== undefined;
      const [first, second] = local;
      const position = decision.positions.find((one) => one.id === first);
      if (second !== undefined) return position?.arguments.some((argument) => argument.id === second) ?? false;
      return position !== undefined || decision.outcome.facts.some((fact) => fact.id === first);
    };
    const findings: Finding[] = [];
    for (const record of records) {
      record.decision.relations.forEach(({ target }, index) => {
        const where = () => ({
          file: record.file,
          line: record.lineOf(['relations', index, 'target']),
          id: record.decision.id,
        });
        if (!byId.has(target)) findings.push(finding('decision-unknown', `there is no decision ${target}`, where()));
        else if (target === record.decision.id)
          findings.push(finding('relation-circle', 'it is related to itself', where()));
      });
    }
    for (const kind of ORDERING) {
      const next = (id: string): string[] =>
        (byId.get(id)?.decision.relations ?? []).filter((one) => one.kind === kind).map(({ target }) => target);
      const circle = findCircle([...byId.keys()], next);
      const record = byId.get(circle?.[0] ?? '');
      if (circle === null || record === undefined || circle.length === 2) continue;
      const where = { file: record.file, line: record.lineOf(['relations']), id: record.decision.id };
      findings.push(finding('relation-circle', `${kind}: ${circle.join(' → ')}`, where));
    }
    redirects.forEach(({ from, to }, index) => {
      if (to === null || exists(to) || redirects.some((other) => other.from === to)) return;
      const where = { file: files.redirects.file, line: files.redirects.lineOf([index, 'to']), id: from };
      findings.push(finding('redirect-nowhere', `it leads to ${to}`, where));
    });
    const ends = new Map(redirects.map(({ from, to }) => [from, to]));
    const circle = findCircle([...ends.keys()], (id) => [ends.get(id) ?? []].flat());
    const [first] = circle ?? [];
    if (circle !== null && first !== undefined) {
      const at = redirects.findIndex(({ from }) => from === first);
      const where = { file: files.redirects.file, line: files.redirects.lineOf([at, 'to']), id: first };
      findings.push(finding('redirect-circle', circle.join(' → '), where));
    }
    const count = records.reduce((sum, { decision }) => sum + decision.relations.length, 0);
    return { checked: count + redirects.length, findings };
  },
};
