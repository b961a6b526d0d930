import type { MdastNode } from 'satteri';
import { AnyId } from '../../model/id.ts';
import type { Finding, Where } from '../../model/problem.ts';
import { attributeText, bodyOf, lineOfNode, nodesBelow } from '../../records/body.ts';
import type { Knowledge } from '../../records/knowledge.ts';
import { printable } from '../../records/printable.ts';
import type { RecordFile } from '../../records/record.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';
import { namesIn, proseOf } from '../prose.ts';

/** Promise 3: every sentence of ours says what it rests on, and what it names exists. */
export const marks: Check = {
  counts: ['sentence of ours', 'sentences of ours'],
  promise: 'each with what it rests on',
  run(knowledge) {
    const outcomes = knowledge.records.map((record) => checkRecord(record, knowledge));
    return {
      checked: outcomes.reduce((sum, { checked }) => sum + checked, 0),
      findings: outcomes.flatMap(({ findings }) => findings),
    };
  },
};

function checkRecord(record: RecordFile, knowledge: Knowledge): { checked: number; findings: Finding[] } {
  const body = bodyOf(record);
  if ('error' in body) return { checked: 0, findings: [] };
  const place = (line: number): Where => ({ file: record.file, line, id: record.decision.id });
  const lost = [...nodesBelow(body.root)].flatMap((node) =>
    checkNames(node, record, knowledge, place(lineOfNode(node))),
  );
  const sentences = proseOf(body.root);
  const bare = sentences
    .filter(({ rests }) => rests === null)
    .map(({ text, line }) => finding('mark-missing', `“${printable(text, 60)}”`, place(line)));
  return { checked: sentences.length, findings: [...lost, ...bare] };
}

/** What a component names exists: positions and facts of this record, terms, decisions. */
function checkNames(node: MdastNode, { decision }: RecordFile, knowledge: Knowledge, where: Where): Finding[] {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return [];
  const id = attributeText(node, 'id') ?? '';
  // Inside its record a part may be called by its local name or by its whole id.
  const local = (name: string): string =>
    name.startsWith(`${decision.id}-`) ? name.slice(decision.id.length + 1) : name;
  const positions = new Set(decision.positions.map((position) => position.id));
  if (node.name === 'Position' && !positions.has(local(id)))
    return [finding('position-unknown', `no ${printable(id)}`, where)];
  if (node.name === 'Term' && !knowledge.terms.some((term) => term.id === id)) {
    return [finding('term-unknown', `no term ${printable(id)}`, where)];
  }
  if (node.name === 'Decision' && !(AnyId.safeParse(id).success && knowledge.decisions.some((one) => one.id === id))) {
    return [finding('decision-unknown', `there is no decision ${printable(id)}`, where)];
  }
  if (node.name !== 'Rests') return [];
  const names = namesIn(attributeText(node, 'on') ?? '');
  const known = new Set(['editor', ...positions, ...decision.outcome.facts.map((fact) => fact.id)]);
  const lost = names.filter((name) => !known.has(local(name)));
  if (names.length === 0) return [finding('mark-nowhere', 'it names nothing', where)];
  return lost.map((name) => finding('mark-nowhere', `no ${printable(name)}`, where));
}
