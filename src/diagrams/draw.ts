import { svgText } from './escape.ts';
import type { Graph, GraphNode, Tip } from './graph.ts';
import { kindOf } from './kinds.ts';
import type { LaidOut, Point, TextLine } from './layout.ts';
import { oneLine } from './outline.ts';
import { type Leg, pathData } from './path.ts';

const RADIUS = 8;
const CORNER = 5;

/**
 * Draws a laid-out graph as SVG for an HTML page: a title and a description, edges first (hidden from a screen reader,
 * which hears them as part of each box's name), then one link per box, in the order of the text. Looks come from
 * `diagram.css` by class; the SVG holds no style and no script, and every text in it is escaped.
 *
 * @param idPrefix makes the two ids of the SVG unique on its page: letters, digits, `-` and `_`, others become `-`
 */
export function drawSvg(laidOut: LaidOut, idPrefix: string): string {
  const { graph, width, height, nodes, edges } = laidOut;
  const id = idPrefix.replace(/[^\w-]/g, '-');
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return [
    `<svg class="dg" xmlns="http://www.w3.org/2000/svg" ${size} role="group" aria-labelledby="${id}-title" aria-describedby="${id}-desc">`,
    `<title id="${id}-title">${svgText(graph.title)}</title>`,
    `<desc id="${id}-desc">${svgText(graph.description)}</desc>`,
    '<g class="dg-edges" aria-hidden="true">',
    ...edges.map(drawEdge),
    ...edges.flatMap(({ edge, label }) => (label === undefined ? [] : drawLabel(edge.label, label))),
    '</g>',
    ...nodes.map((node) => drawNode(node, graph)),
    '</svg>',
  ].join('\n');
}

/** Lengths to a tenth of a px: finer is invisible and would make bytes depend on the last digit of a float. */
function round(length: number): string {
  return String(Math.round(length * 10) / 10 + 0);
}

function drawEdge({ edge, points }: LaidOut['edges'][number]): string {
  const [first, second] = points;
  const [last, before] = [points.at(-1), points.at(-2)];
  if (first === undefined || second === undefined || last === undefined || before === undefined) return '';
  const tips = [drawTip(edge.tip, before, last), edge.twoWay ? drawTip(edge.tip, second, first) : ''].join('');
  const inner = points.slice(1, -1);
  const line = [edge.twoWay ? short(first, second, edge.tip) : first, ...inner, short(last, before, edge.tip)];
  return `<g class="dg-edge dg-${edge.kind}${toneOf(edge.label)}"><path class="dg-line" d="${pathOf(line)}"/>${tips}</g>`;
}

/** The line ends inside its tip, so that the point stays sharp. */
function short(end: Point, before: Point, tip: Tip): Point {
  return tip === 'arrow' || tip === 'circle' ? toward(end, before, Math.min(5, distance(end, before) / 2)) : end;
}

/** Edges that say a stance take its tone; all others are plain. */
function toneOf(label: string | undefined): string {
  const { tone } = kindOf(`stance-${label}`);
  return tone === 'plain' ? '' : ` dg-${tone}`;
}

/** Straight legs with round corners: to 8 px before a bend, or half a leg where it is shorter, then a curve round it. */
function pathOf(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  const legs = rest.flatMap((point, index): Leg[] => {
    const [before, after] = [points[index], points[index + 2]];
    if (before === undefined || after === undefined) return [{ to: point }];
    const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
    return [{ to: toward(point, before, radius) }, { round: point, to: toward(point, after, radius) }];
  });
  return pathData(start, legs);
}

function drawTip(tip: Tip, from: Point, to: Point): string {
  const back = (length: number, aside: number): Point => {
    const base = toward(to, from, length);
    const span = distance(from, to) || 1;
    const normal = { x: (to.y - from.y) / span, y: (from.x - to.x) / span };
    return { x: base.x + normal.x * aside, y: base.y + normal.y * aside };
  };
  switch (tip) {
    case 'arrow':
      return `<path class="dg-tip" d="${pathData(to, [{ to: back(7, 3.5) }, { to: back(7, -3.5) }])}z"/>`;
    case 'circle':
      return `<path class="dg-tip" d="M${at(to)}A3.5 3.5 0 1 1 ${at(back(7, 0))}A3.5 3.5 0 1 1 ${at(to)}Z"/>`;
    case 'cross':
      return `<path class="dg-line" d="${pathData(back(1, 4), [{ to: back(9, -4) }])}${pathData(back(1, -4), [{ to: back(9, 4) }])}"/>`;
    case 'none':
      return '';
  }
}

function drawLabel(text: string | undefined, label: NonNullable<LaidOut['edges'][number]['label']>): string[] {
  return [
    `<rect class="dg-gap" x="${round(label.x)}" y="${round(label.y)}" width="${round(label.width)}" height="${round(label.height)}"/>`,
    drawText(label.line, `dg-label${toneOf(text)}`),
  ];
}

/** Drawn at its own origin and moved to its place: boxes of a size are then written alike. */
function drawNode({ node, x, y, width, height, lines: placed }: LaidOut['nodes'][number], graph: Graph): string {
  const { family, tone, mark } = kindOf(node.kind);
  const name = `dg-node dg-${family}${tone === 'plain' ? '' : ` dg-${tone}`}`;
  const place = `transform="translate(${at({ x, y })})"`;
  const lines = placed.map((line) => ({ ...line, x: line.x - x, y: line.y - y }));
  const inside = [
    `<rect class="dg-box" width="${round(width)}" height="${round(height)}" rx="${CORNER}"/>`,
    mark === undefined ? '' : drawMark(mark, lines[0]),
    ...lines.map((line) => drawText(line, `dg-${line.rank}`)),
  ];
  const [open, close] =
    node.href === undefined
      ? [`<g class="${name}" ${place}>`, '</g>']
      : [
          `<a class="${name}" ${place} href="${svgText(node.href)}" aria-label="${svgText(spoken(node, graph))}">`,
          '</a>',
        ];
  return [open, ...inside.filter((part) => part !== ''), close].join('\n');
}

/** The text of the box and what its edges say. @example 'Linus Torvalds, P1; opposes raw devices' */
function spoken(node: GraphNode, graph: Graph): string {
  const names = new Map(graph.nodes.map(({ id, label }) => [id, label.split('\n')[0] ?? '']));
  const edges = graph.edges.filter(({ from }) => from === node.id);
  return [oneLine(node.label), ...edges.map(({ to, label = 'to' }) => `${label} ${names.get(to) ?? ''}`)].join('; ');
}

const MARKS = {
  plus: 'M-4 0H4M0-4V4',
  minus: 'M-4 0H4',
  dot: 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z',
  ask: 'M-2.2-1.6A2.2 2.2 0 1 1 0 .6V1.2M0 4H0',
} as const;

function drawMark(mark: keyof typeof MARKS, line: TextLine | undefined): string {
  const centre = `19 ${round((line?.y ?? 0) - 4.5)}`;
  return `<g class="dg-mark" transform="translate(${centre})"><circle r="7.5"/><path d="${MARKS[mark]}"/></g>`;
}

/** A blank follows each line, so that copied or spoken lines do not run into one word. */
function drawText({ text, x, y }: TextLine, name: string): string {
  return `<text class="${name}" x="${round(x)}" y="${round(y)}">${svgText(text)}</text> `;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point `length` away from `from` on the way to `to`. */
function toward(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}
