import type { Graph, GraphNode } from './graph.ts';

/** One line of the outline that says the same as the picture. */
export interface OutlineItem {
  /** The node's text on one line, after the edge's label where there is one: `opposes: Linus Torvalds, P1`. */
  readonly text: string;
  readonly href?: string;
  readonly children: readonly OutlineItem[];
}

/** The text of a node on one line. @example oneLine('raw devices\nrejected') → 'raw devices, rejected' */
export function oneLine(label: string): string {
  return label.split('\n').join(', ');
}

/**
 * Turns a graph into nested lists that hold every node and, as the step from an item to a child, every edge exactly once.
 * It reads as the picture does, from the left or the top: against the arrows where they point there (RL, BT), else along
 * them. A node met again is named once more, without its own children.
 */
export function outline(graph: Graph): OutlineItem[] {
  const against = graph.direction === 'RL' || graph.direction === 'BT';
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const steps = new Map<string, { node: GraphNode; label: string | undefined }[]>();
  const entered = new Set<string>();
  for (const { from, to, label } of graph.edges) {
    const [parent, child] = against ? [to, from] : [from, to];
    const node = nodes.get(child);
    if (node === undefined) continue;
    steps.set(parent, [...(steps.get(parent) ?? []), { node, label }]);
    if (parent !== child) entered.add(child);
  }

  const told = new Set<string>();
  const tell = (node: GraphNode, label?: string): OutlineItem => {
    const again = told.has(node.id);
    told.add(node.id);
    return {
      text: label === undefined ? oneLine(node.label) : `${label}: ${oneLine(node.label)}`,
      ...(node.href === undefined ? {} : { href: node.href }),
      children: again ? [] : (steps.get(node.id) ?? []).map((step) => tell(step.node, step.label)),
    };
  };
  const roots = graph.nodes.filter(({ id }) => !entered.has(id)).map((node) => tell(node));
  // What is left can only be reached inside a circle: it starts at its first node.
  const circles = graph.nodes.flatMap((node) => (told.has(node.id) ? [] : [tell(node)]));
  return [...roots, ...circles];
}
