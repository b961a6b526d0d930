import type { ElkExtendedEdge, ElkLabel, ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Direction, Graph, GraphEdge, GraphNode } from './graph.ts';
import { kindOf } from './kinds.ts';
import type { Measure, Weight } from './measure.ts';
import { loadElk } from './modules.ts';
import { wrap } from './wrap.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line of text, placed by the left end of its baseline. */
export interface TextLine extends Point {
  readonly text: string;
  readonly rank: 'name' | 'note';
}

/** All lengths are px; `x` and `y` of a box are its top left corner. */
export interface LaidOut {
  readonly graph: Graph;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (Box & { readonly node: GraphNode; readonly lines: readonly TextLine[] })[];
  readonly edges: readonly {
    readonly edge: GraphEdge;
    readonly points: readonly Point[];
    readonly label?: Box & { readonly line: TextLine };
  }[];
}

/** The sizes of the two ranks of text: what a box is called, and what is added to it. */
export const TYPE: Readonly<Record<'name' | 'note', { size: number; leading: number; weight: Weight; limit: number }>> =
  {
    name: { size: 14, leading: 18, weight: 600, limit: 190 },
    note: { size: 13, leading: 17, weight: 400, limit: 222 },
  };
const EDGE_LABEL = { size: 13, height: 17, weight: 400, pad: 4 } as const;
const PAD = { x: 12, y: 9 };
/** Room at the left for the drawn plus, minus or dot. */
export const MARK = 20;
/** Share of a line's leading above its baseline. */
const ASCENT = 0.75;

const ALONG: Readonly<Record<Direction, string>> = { LR: 'RIGHT', RL: 'LEFT', TB: 'DOWN', BT: 'UP' };

/**
 * ELK's layered layout (Sugiyama, Tagawa and Toda 1981, as in the Eclipse Layout Kernel) with the options that gave the
 * best pictures: square edges with a port each, the order of the data kept, an option centred on its arguments.
 */
function rootOptions({ direction, nodes }: Graph): Record<string, string> {
  // Decisions come in no order that a map should keep.
  const ordered = nodes.every(({ kind }) => kindOf(kind).family !== 'decision');
  const sideways = direction === 'LR' || direction === 'RL';
  return {
    'elk.algorithm': 'layered',
    'elk.direction': ALONG[direction],
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.randomSeed': '1',
    'elk.layered.considerModelOrder.strategy': ordered ? 'NODES_AND_EDGES' : 'NONE',
    'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
    'elk.spacing.nodeNode': '16',
    // Boxes without edges stand in rows of this shape; three of them side by side still fit a page.
    'elk.aspectRatio': '2.5',
    'elk.spacing.componentComponent': '24',
    'elk.layered.spacing.nodeNodeBetweenLayers': '26',
    'elk.layered.spacing.edgeNodeBetweenLayers': '14',
    'elk.spacing.edgeLabel': '2',
    'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'TAIL_LAYER',
    'elk.padding': '[top=8,left=8,bottom=8,right=8]',
    ...(sideways
      ? {
          'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
          'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
        }
      : { 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX' }),
  };
}

/** Wraps and measures every text, and places boxes, edges and labels so that none covers another. Same graph, same result. */
export async function layout(graph: Graph, measure: Measure): Promise<LaidOut> {
  const sized = sizeNodes(graph.nodes, measure);
  const first = speakers(graph);
  const children = graph.nodes.map(({ id }, index): ElkNode => {
    const { width, height } = sized[index] ?? { width: 0, height: 0 };
    const column = first.has(id) ? { layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' } } : {};
    return { id: `n${index}:${id}`, width, height, ...column };
  });
  const nameOf = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}:${id}`]));
  const edges = graph.edges.map(
    (edge, index): ElkExtendedEdge => ({
      id: `e${index}`,
      sources: [nameOf.get(edge.from) ?? ''],
      targets: [nameOf.get(edge.to) ?? ''],
      labels: edge.label === undefined ? [] : [sizeLabel(edge.label, measure)],
    }),
  );
  const root: ElkNode = { id: 'root', layoutOptions: rootOptions(graph), children, edges };
  const done = await loadElk().layout(root);
  return {
    graph,
    width: done.width ?? 0,
    height: done.height ?? 0,
    nodes: graph.nodes.map((node, index) => {
      const { x = 0, y = 0, width = 0, height = 0 } = done.children?.[index] ?? {};
      const lines = (sized[index]?.lines ?? []).map((line) => ({ ...line, x: x + line.x, y: y + line.y }));
      return { node, x, y, width, height, lines };
    }),
    edges: graph.edges.map((edge, index) => placeEdge(edge, done.edges?.[index])),
  };
}

/** Boxes of speakers stand in one column, also those that speak to the question itself. */
function speakers({ nodes, edges }: Graph): ReadonlySet<string> {
  const entered = new Set(edges.map(({ to }) => to));
  return new Set(
    nodes.filter(({ id, kind }) => kindOf(kind).family === 'stance' && !entered.has(id)).map(({ id }) => id),
  );
}

interface Sized {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Boxes of one kind share the width of the widest, so that a column has straight sides. */
function sizeNodes(nodes: readonly GraphNode[], measure: Measure): Sized[] {
  const sized = nodes.map((node) => sizeNode(node, measure));
  const widest = new Map<string, number>();
  for (const [index, { kind }] of nodes.entries()) {
    const { family } = kindOf(kind);
    widest.set(family, Math.max(widest.get(family) ?? 0, sized[index]?.width ?? 0));
  }
  return sized.map((size, index) => {
    const { family } = kindOf(nodes[index]?.kind);
    return family === 'plain' ? size : { ...size, width: widest.get(family) ?? size.width };
  });
}

function sizeNode({ label, kind }: GraphNode, measure: Measure): Sized {
  const left = PAD.x + (kindOf(kind).mark === undefined ? 0 : MARK);
  const lines: TextLine[] = [];
  let width = 0;
  let y = PAD.y;
  for (const [index, hard] of label.split('\n').entries()) {
    const rank = index === 0 ? 'name' : 'note';
    const { size, weight, leading, limit } = TYPE[rank];
    const across = (text: string): number => measure(text, size, weight);
    for (const text of wrap(hard, limit, across)) {
      lines.push({ text, rank, x: left, y: y + leading * ASCENT });
      width = Math.max(width, across(text));
      y += leading;
    }
  }
  return { width: Math.ceil(left + width + PAD.x), height: y + PAD.y, lines };
}

function sizeLabel(text: string, measure: Measure): ElkLabel {
  const width = Math.ceil(measure(text, EDGE_LABEL.size, EDGE_LABEL.weight)) + 2 * EDGE_LABEL.pad;
  return { text, width, height: EDGE_LABEL.height, layoutOptions: { 'elk.edgeLabels.inline': 'true' } };
}

function placeEdge(edge: GraphEdge, done: ElkExtendedEdge | undefined): LaidOut['edges'][number] {
  const points = (done?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  const [label] = done?.labels ?? [];
  if (label === undefined || edge.label === undefined) return { edge, points };
  const { x = 0, y = 0, width = 0, height = 0 } = label;
  const line: TextLine = { text: edge.label, rank: 'note', x: x + EDGE_LABEL.pad, y: y + height * ASCENT };
  return { edge, points, label: { x, y, width, height, line } };
}
