import Slugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { nodesBelow } from '../records/body.ts';

/**
 * Gives each heading of a record's prose its id, as GitHub forms the anchors of headings, so that a link to one holds in both
 * places; a second heading of the same words gets a number.
 *
 * @example headingIds of “## What came of it” → what-came-of-it
 */
export function headingIds(root: MdastNode): Map<MdastNode, string> {
  const slugger = new Slugger();
  return new Map(
    [...nodesBelow(root)].filter(({ type }) => type === 'heading').map((node) => [node, slugger.slug(textOf(node))]),
  );
}

function textOf(heading: MdastNode): string {
  return [...nodesBelow(heading)]
    .map((node) => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
    .join('');
}
