import { fullId } from '../../model/id.ts';
import type { Finding } from '../../model/problem.ts';
import type { RecordFile } from '../../records/record.ts';
import type { Path } from '../../records/yaml.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** Promise 5: every id is given once, files are named after their ids, and what was taken back is not in use again. */
export const ids: Check = {
  counts: ['id', 'ids'],
  promise: 'given once, in a file of its name',
  run({ records, redirects, files }) {
    const owners = new Map<string, string>();
    const findings: Finding[] = [];
    let checked = 0;
    for (const record of records) {
      findings.push(...checkFileName(record));
      for (const { id, path } of idsOf(record)) {
        checked += 1;
        const owner = owners.get(id);
        if (owner !== undefined) {
          const where = { file: record.file, line: record.lineOf(path), id };
          findings.push(finding('id-twice', `already given in ${owner}`, where));
        }
        owners.set(id, record.file);
      }
    }
    redirects.forEach(({ from }, index) => {
      const owner = owners.get(from);
      if (owner === undefined) return;
      const where = { file: files.redirects.file, line: files.redirects.lineOf([index, 'from']), id: from };
      findings.push(finding('id-reused', `taken back here, in use in ${owner}`, where));
    });
    return { checked, findings };
  },
};

/** Every id that a record gives: its own, former ones, those of its positions, arguments and facts. */
function idsOf({ decision }: RecordFile): { id: string; path: Path }[] {
  const full = (local: string): string => fullId(decision.id, local);
  return [
    { id: decision.id, path: ['id'] },
    ...decision.aliases.map((id, index) => ({ id, path: ['aliases', index] })),
    ...decision.positions.flatMap((position, index) => [
      { id: full(position.id), path: ['positions', index, 'id'] },
      ...position.arguments.map((argument, at) => ({
        id: full(`${position.id}-${argument.id}`),
        path: ['positions', index, 'arguments', at, 'id'],
      })),
    ]),
    ...decision.outcome.facts.map((fact, index) => ({ id: full(fact.id), path: ['outcome', 'facts', index, 'id'] })),
  ];
}

function checkFileName(record: RecordFile): Finding[] {
  const name = record.file.slice(record.file.lastIndexOf('/') + 1);
  const { id } = record.decision;
  const rest = name.startsWith(`${id}-`) ? name.slice(id.length + 1) : '';
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*\.mdx$/.test(rest)) return [];
  return [finding('file-name', `${name} is not ${id}-…`, { file: record.file, line: record.lineOf(['id']), id })];
}
