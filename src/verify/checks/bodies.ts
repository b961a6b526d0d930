import type { MdastNode } from 'satteri';
import type { Finding, Where } from '../../model/problem.ts';
import { bodyOf, lineOfNode, nodesBelow } from '../../records/body.ts';
import { COMPONENTS } from '../../records/components.ts';
import { printable } from '../../records/printable.ts';
import type { RecordFile } from '../../records/record.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** What our prose is made of; everything else is refused, whatever a parser may learn to read in time to come. */
const ELEMENTS: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'thematicBreak',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
]);

/**
 * Promise 4: MDX is code, so a body holds our prose and a closed list of components: no import, export or expression, no
 * HTML, no attribute that is computed, no link that could run something, no diagram but a flowchart.
 */
export const bodies: Check = {
  counts: ['body', 'bodies'],
  promise: 'prose and components of the closed list only',
  run({ records }) {
    return { checked: records.length, findings: records.flatMap(checkBody) };
  },
};

function checkBody(record: RecordFile): Finding[] {
  const at = (line: number): Where => ({ file: record.file, line, id: record.decision.id });
  const body = bodyOf(record);
  if ('error' in body) return [finding('body-syntax', body.error, at(body.line))];
  return [...nodesBelow(body.root)].flatMap((node) => checkNode(node, at(lineOfNode(node))));
}

function checkNode(node: MdastNode, where: Where): Finding[] {
  switch (node.type) {
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [finding('body-code', `code: ${printable(node.value, 60)}`, where)];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return checkComponent(node, where);
    case 'link':
    case 'definition':
      return allowedLink(node.url) ? [] : [finding('body-link', `a link to ${printable(node.url, 60)}`, where)];
    case 'linkReference':
      return [];
    case 'code':
      return node.lang === 'mermaid' ? checkDiagram(node.value, where) : [];
    default:
      return ELEMENTS.has(node.type) ? [] : [finding('body-element', `here stands a ${node.type}`, where)];
  }
}

function checkComponent(
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  where: Where,
): Finding[] {
  const name = node.name ?? '';
  const shape = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (shape === undefined) return [finding('body-component', `<${printable(name, 40)}> is not on the list`, where)];
  const given = node.attributes.map((attribute) => {
    const plain = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
    return { name: attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}', plain };
  });
  const wrong = given.filter((attribute) => !attribute.plain || !shape.attributes.includes(attribute.name));
  const missing = shape.attributes.filter((attribute) => given.every((one) => one.name !== attribute));
  const words = node.children.length > 0 && !shape.words;
  return [
    ...wrong.map((attribute) => finding('body-attribute', `<${name}> with ${printable(attribute.name, 40)}`, where)),
    ...missing.map((attribute) => finding('body-attribute', `<${name}> without ${attribute}`, where)),
    ...(words ? [finding('body-component', `<${name}> takes no words`, where)] : []),
  ];
}

/** An address of the web, or of this site; nothing that a browser would run, nothing that leads away without saying so. */
function allowedLink(url: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(url)) return false;
  return /^(?:https?:\/\/[^/]|\/(?!\/)|#)/i.test(url);
}

function checkDiagram(text: string, where: Where): Finding[] {
  const lines = text.split('\n').map((line) => line.trim());
  const first = lines.find((line) => line !== '' && !/^%%(?!\{)/.test(line)) ?? '';
  if (!/^(?:flowchart|graph)\b/.test(first)) {
    return [
      finding(
        'body-diagram',
        `it begins with ${printable(first, 40) || 'nothing'}, and only a flowchart is drawn`,
        where,
      ),
    ];
  }
  const odd = lines.find((line) =>
    /%%\{|^(?:click|subgraph)\b|^(?:style|classDef|linkStyle)\b|javascript:|<\s*\/?\s*[a-z]/i.test(line),
  );
  return odd === undefined ? [] : [finding('body-diagram', `it holds ${printable(odd, 40)}`, where)];
}
