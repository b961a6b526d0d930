import type { MdastNode } from 'satteri';
import { splitSentences } from '../../extraction/sentences.ts';
import { AnyId } from '../../model/id.ts';
import type { Finding, Where } from '../../model/problem.ts';
import type { Knowledge } from '../../records/knowledge.ts';
import { printable } from '../../records/printable.ts';
import type { RecordFile } from '../../records/record.ts';
import { attributeText, bodyOf, lineOfNode, nodesBelow } from '../body.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** Stands for a mark while sentences are told apart: a character that no prose holds. */
const MARK = '\u{F0001}';

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
  const where = (node: MdastNode): Where => ({ file: record.file, line: lineOfNode(node), id: record.decision.id });
  const findings: Finding[] = [];
  let checked = 0;
  for (const node of nodesBelow(body.root)) {
    findings.push(...checkNames(node, record, knowledge, where(node)));
    if (node.type !== 'paragraph' && node.type !== 'tableCell') continue;
    for (const { text, marked } of sentencesOf(node)) {
      checked += 1;
      if (!marked) findings.push(finding('mark-missing', `“${printable(text, 60)}”`, where(node)));
    }
  }
  return { checked, findings };
}

/**
 * The sentences of a paragraph, and whether a mark follows each. What stands before a mark is one sentence or more: only the
 * last of them has it. In the heading row of a table, and in a paragraph without letters, nothing is said.
 */
export function sentencesOf(node: MdastNode): { text: string; marked: boolean }[] {
  const stretches = flatten(node).split(MARK);
  return stretches.flatMap((stretch, index) => {
    const sentences = splitSentences(stretch).map(({ start, end }) => stretch.slice(start, end).trim());
    const said = sentences.filter((text) => /\p{L}/u.test(text));
    return said.map((text, at) => ({ text, marked: at === said.length - 1 && index < stretches.length - 1 }));
  });
}

/** The words of a paragraph; a term or decision named without words counts as a word, a mark as the end of what it follows. */
function flatten(node: MdastNode): string {
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
    if (node.name === 'Rests') return MARK;
    const words = node.children.map(flatten).join('');
    return words === '' && node.name !== 'Position' && node.name !== 'Diagram'
      ? (attributeText(node, 'id') ?? '')
      : words;
  }
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(flatten).join('');
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : '';
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
  const names = (attributeText(node, 'on') ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const known = new Set(['editor', ...positions, ...decision.outcome.facts.map((fact) => fact.id)]);
  const lost = names.filter((name) => !known.has(local(name)));
  if (names.length === 0) return [finding('mark-nowhere', 'it names nothing', where)];
  return lost.map((name) => finding('mark-nowhere', `no ${printable(name)}`, where));
}
