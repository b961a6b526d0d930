import { marksOf, searchable } from '../match.ts';
import { readQuery } from '../query.ts';

/** What is no part of what a page says: numbers of lines, names beside them, ways elsewhere. */
const NOT_READ = 'script, style, nav, .n, .app, .unseen, [hidden]';
/** Elements inside a line of text; all others end it. */
const INLINE = new Set(['A', 'ABBR', 'B', 'CITE', 'CODE', 'EM', 'I', 'MARK', 'Q', 'S', 'SPAN', 'STRONG', 'SUB', 'SUP']);
/** More marks help nobody. */
const MOST = 2_000;

/** The texts of a page in one string, and where each of them begins in it. */
interface Texts {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly from: number }[];
}

function textsOf(root: Element): Texts {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(NOT_READ) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push({ node, from: text.length });
      text += node.data;
    } else if (!INLINE.has(node.nodeName)) text += '\n';
  }
  return { text, nodes };
}

/** The place in its own text at which the whole has an offset. */
function placeOf({ nodes }: Texts, offset: number, end: boolean): { node: Text; at: number } | undefined {
  const found = nodes.findLast(({ from }) => (end ? from < offset : from <= offset));
  return found === undefined ? undefined : { node: found.node, at: Math.min(offset - found.from, found.node.length) };
}

/** Marks the words of a search on the page it led to. Nothing is written into the page: a highlight changes colours only. */
function highlight(words: string): void {
  const main = document.getElementById('main');
  if (main === null || !('highlights' in CSS)) return;
  const texts = textsOf(main);
  const marks = marksOf(readQuery(`${words} `).wanted, searchable(texts.text));
  const ranges = marks.slice(0, MOST).flatMap(({ start, end }) => {
    const [first, last] = [placeOf(texts, start, false), placeOf(texts, end, true)];
    if (first === undefined || last === undefined) return [];
    const range = new StaticRange({
      startContainer: first.node,
      startOffset: first.at,
      endContainer: last.node,
      endOffset: last.at,
    });
    return [range];
  });
  CSS.highlights.set('found', new Highlight(...ranges));
}

highlight(new URLSearchParams(location.search).get('hl') ?? '');
