import { type MdastNode, mdxToMdast } from 'satteri';

/** Blocks that are sentences of ours; headings and diagrams would be found under words that they share with all others. */
const SENTENCES = new Set(['paragraph', 'tableCell']);

/** What is left of a remark that held a component only. */
const EMPTIED = ' ()';

/**
 * The sentences of a record's body as plain text, a block each, without headings, components, code fences and marks. A body
 * that does not parse has none: `verify` says so, the search need not.
 *
 * @example proseOf('## Why\n\nIt *works*.<Rests on="P1" />') → ['It works.']
 */
export function proseOf(body: string): string[] {
  const root = parse(body);
  if (root === null) return [];
  return blocksOf(root)
    .map((block) => textOf(block).replaceAll(EMPTIED, ''))
    .filter((text) => text !== '');
}

function parse(body: string): MdastNode | null {
  try {
    return mdxToMdast(body, { features: { frontmatter: false } });
  } catch {
    return null;
  }
}

function blocksOf(node: MdastNode): MdastNode[] {
  if (SENTENCES.has(node.type)) return [node];
  return 'children' in node ? node.children.flatMap(blocksOf) : [];
}

function textOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join('').replace(/\s+/g, ' ').trim() : '';
}
