import { type MdastNode, mdxToMdast } from 'satteri';
import { remember } from '../model/recent.ts';
import type { RecordFile } from './record.ts';

/** The body of a record as a tree whose lines are those of the file, or why there is none. */
export type Body = { readonly root: MdastNode } | { readonly error: string; readonly line: number };

/** The bodies parsed last: what asks for one asks several times in a row, and the trees of thousands would fill the memory. */
const parsed = new Map<RecordFile, Body>();
const MOST_PARSED = 64;

/** Parses the body of a record with the parser that will compile it; parses, and runs nothing. */
export function bodyOf(record: RecordFile): Body {
  return parsed.get(record) ?? remember(parsed, record, parseBody(record), MOST_PARSED);
}

function parseBody({ body, bodyLine }: RecordFile): Body {
  try {
    // Line breaks in the place of the front matter, so that lines are counted as in the file. One at the end, always: satteri
    // 0.10.5 ends the whole process over code with an open string and a backslash as the very last character.
    const text = `${'\n'.repeat(bodyLine - 1)}${body}\n`;
    return { root: mdxToMdast(text, { features: { frontmatter: false } }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line] = /^(\d+):\d+: /.exec(message) ?? [];
    return { error: message.replace(/^\d+:\d+: /, ''), line: line === undefined ? bodyLine : Number(line) };
  }
}

/** A node and everything below it, in the order of the text. */
export function* nodesBelow(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesBelow(child);
}

/** The line on which a node begins. */
export function lineOfNode(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** The text of a component's attribute, or null where it has none or computes it. */
export function attributeText(node: MdastNode, name: string): string | null {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return null;
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name) {
      return typeof attribute.value === 'string' ? attribute.value : null;
    }
  }
  return null;
}
