import type { MdastNode } from 'satteri';
import { splitSentences } from '../extraction/sentences.ts';
import { attributeText, lineOfNode, nodesBelow } from '../records/body.ts';

/** Stands for a mark while sentences are told apart: a character that no prose holds. */
const MARK = '\u{F0001}';

/** A sentence of our prose. */
export interface Sentence {
  readonly text: string;
  /** The line of the file on which it begins. */
  readonly line: number;
  /** What its mark names, such as `['P1', 'editor']`; null where it has no mark. */
  readonly rests: readonly string[] | null;
}

/** The sentences of a whole body, in the order of the text. */
export function proseOf(root: MdastNode): Sentence[] {
  const headings = new Set(
    [...nodesBelow(root)].flatMap((node) => (node.type === 'table' ? (node.children[0]?.children ?? []) : [])),
  );
  return [...nodesBelow(root)]
    .filter((node) => node.type === 'paragraph' || (node.type === 'tableCell' && !headings.has(node)))
    .flatMap(sentencesOf);
}

/**
 * The sentences of a paragraph, and the mark that follows each. What stands before a mark is one sentence or more: only the
 * last of them has it. In the heading row of a table, and in a paragraph without letters, nothing is said.
 */
function sentencesOf(node: MdastNode): Sentence[] {
  const marks = [...nodesBelow(node)].filter(isMark).map((mark) => namesIn(attributeText(mark, 'on') ?? ''));
  let line = lineOfNode(node);
  return flatten(node)
    .split(MARK)
    .flatMap((stretch, index) => {
      const first = line;
      line += breaksIn(stretch);
      const said = splitSentences(stretch).flatMap(({ start, end }) => {
        const text = stretch.slice(start, end);
        const begin = start + text.length - text.trimStart().length;
        return /\p{L}/u.test(text) ? [{ text: text.trim(), line: first + breaksIn(stretch.slice(0, begin)) }] : [];
      });
      return said.map((one, at) => ({ ...one, rests: at === said.length - 1 ? (marks[index] ?? null) : null }));
    });
}

/** The names in a mark. @example namesIn('P1, F2 editor') → ['P1', 'F2', 'editor'] */
export function namesIn(on: string): string[] {
  return on.split(/[\s,]+/).filter((name) => name !== '');
}

function isMark(node: MdastNode): boolean {
  return (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && node.name === 'Rests';
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

/** The words of a paragraph; a term or decision named without words counts as a word, a mark as the end of what it follows. */
function flatten(node: MdastNode): string {
  if (isMark(node)) return MARK;
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
    const words = node.children.map(flatten).join('');
    return words === '' && node.name !== 'Position' && node.name !== 'Diagram'
      ? (attributeText(node, 'id') ?? '')
      : words;
  }
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(flatten).join('');
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : '';
}
