import type { MdastNode } from 'satteri';
import { nodesBelow } from '../records/body.ts';
import type { RecordInHand } from './record-of.ts';

/** The prose of a record while it is rendered: what its nodes and components refer to. */
export interface ProseInHand extends RecordInHand {
  /** The file of the record, for what is said of an error in it. */
  readonly file: string;
  readonly root: MdastNode;
  /** The ids of the headings. */
  readonly ids: ReadonlyMap<MdastNode, string>;
}

/**
 * The address a link leads to, or null where its text names a definition that is not there. Definitions are told apart without
 * regard to case (CommonMark 0.31.2, "matches").
 */
export function linkTarget(
  node: Extract<MdastNode, { type: 'link' | 'linkReference' }>,
  root: MdastNode,
): string | null {
  if (node.type === 'link') return node.url;
  const name = node.identifier.toLowerCase();
  for (const one of nodesBelow(root)) {
    if (one.type === 'definition' && one.identifier.toLowerCase() === name) return one.url;
  }
  return null;
}
