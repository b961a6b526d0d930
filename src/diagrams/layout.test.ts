import { describe, expect, it, vi } from 'vitest';
import { decision, hrefOf, position, terms } from './__fixtures__/decision.ts';
import { randomFlowchart } from './__fixtures__/random.ts';
import { argumentMap } from './argument-map.ts';
import { type Box, type LaidOut, layout, type Point, type TextLine, TYPE } from './layout.ts';
import { fontMeasure } from './measure.ts';
import { parseFlowchart } from './parse.ts';

// Loading Mermaid takes seconds on a busy machine, and the first test of a file waits for it.
vi.setConfig({ testTimeout: 60_000 });

const measure = fontMeasure();

async function laidOut(text: string): Promise<LaidOut> {
  return layout(await parseFlowchart(text), measure);
}

/** Half a px of tolerance: lengths are rounded to a tenth when they are drawn. */
function overlap(a: Box, b: Box): boolean {
  const room = 0.5;
  return (
    a.x + a.width > b.x + room &&
    b.x + b.width > a.x + room &&
    a.y + a.height > b.y + room &&
    b.y + b.height > a.y + room
  );
}

function boxOfLine({ text, rank, x, y }: TextLine): Box {
  const { size, weight, leading } = TYPE[rank];
  return { x, y: y - leading * 0.75, width: measure(text, size, weight), height: leading };
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The box of one leg of an edge, a hair wide. */
function leg(a: Point, b: Point): Box {
  const width = Math.max(Math.abs(a.x - b.x), 1);
  const height = Math.max(Math.abs(a.y - b.y), 1);
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width, height };
}

/** Everything that is wrong with a picture, in words. */
function faults({ nodes, edges, width, height }: LaidOut): string[] {
  const found: string[] = [];
  const page = { x: 0, y: 0, width, height };
  const labels = edges.flatMap(({ label }) => (label === undefined ? [] : [label]));
  for (const [index, node] of nodes.entries()) {
    if (!inside(node, page)) found.push(`node ${node.node.id} leaves the picture`);
    for (const line of node.lines) if (!inside(boxOfLine(line), node)) found.push(`"${line.text}" leaves its box`);
    for (const other of nodes.slice(index + 1)) {
      if (overlap(node, other)) found.push(`${node.node.id} covers ${other.node.id}`);
    }
    for (const label of labels) if (overlap(node, label)) found.push(`${node.node.id} covers "${label.line.text}"`);
    for (const { edge, points } of edges) {
      for (const [at, point] of points.entries()) {
        const before = points[at - 1];
        if (before === undefined || !overlap(leg(before, point), node)) continue;
        const end = (at === 1 && edge.from === node.node.id) || (at === points.length - 1 && edge.to === node.node.id);
        if (!end) found.push(`an edge runs through ${node.node.id}`);
      }
    }
  }
  for (const [index, label] of labels.entries()) {
    if (!inside(boxOfLine(label.line), label)) found.push(`"${label.line.text}" leaves its gap`);
    if (!inside(label, page)) found.push(`"${label.line.text}" leaves the picture`);
    for (const other of labels.slice(index + 1)) {
      if (overlap(label, other)) found.push(`"${label.line.text}" covers "${other.line.text}"`);
    }
  }
  for (const { points } of edges) {
    if (points.length < 2) found.push('an edge has no line');
    if (points.some(({ x, y }) => !Number.isFinite(x + y))) found.push('a point is not a number');
  }
  return found;
}

describe('laying out', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))(
    'lets nothing cover anything in random flowchart %i',
    async (seed) => {
      const picture = await laidOut(randomFlowchart(seed));
      expect(faults(picture)).toEqual([]);
      expect(await laidOut(randomFlowchart(seed))).toEqual(picture);
    },
  );

  it('is checked by a check that sees every fault', async () => {
    const picture = await laidOut('flowchart LR\n  a[one] -->|label| b[two]\n  b -->|other| c[three]');
    expect(faults(picture)).toEqual([]);
    const [a, b, c] = picture.nodes;
    const [first, second] = picture.edges;
    if (!a || !b || !c || !first?.label || !second?.label) throw new Error('three nodes, two labelled edges');
    const thin = { ...a, width: 20 };
    expect(faults({ ...picture, nodes: [thin, b, c] })).toContain('"one" leaves its box');
    expect(faults({ ...picture, nodes: [a, { ...b, x: a.x, y: a.y }, c] })).toContain('a covers b');
    const over = { ...first, label: { ...first.label, x: a.x, y: a.y } };
    expect(faults({ ...picture, edges: [over, second] })).toContain('a covers "label"');
    const twice = { ...first, label: { ...first.label, x: second.label.x, y: second.label.y } };
    expect(faults({ ...picture, edges: [twice, second] })).toContain('"label" covers "other"');
    const through = {
      ...first,
      edge: { ...first.edge, to: 'c' },
      points: [first.points[0], second.points.at(-1)].filter((point) => point !== undefined),
    };
    expect(faults({ ...picture, edges: [through, second] })).toContain('an edge runs through b');
    expect(
      faults({
        ...picture,
        edges: [
          {
            ...first,
            points: [
              { x: Number.NaN, y: 0 },
              { x: 0, y: 0 },
            ],
          },
          second,
        ],
      }),
    ).toContain('a point is not a number');
  });

  it('keeps the order of the record from top to bottom, and speakers in one column', async () => {
    const text = argumentMap(
      decision([
        position(1, 'indoors', 'Ann', 'opposes'),
        position(2, 'indoors', 'Bob', 'supports'),
        position(3, 'outdoors', 'Cay', 'proposes'),
        position(4, null, 'Dan', 'asks'),
      ]),
      { terms, hrefOf },
    );
    const { nodes } = await laidOut(text);
    const speakers = nodes.filter(({ node }) => node.kind?.startsWith('stance-'));
    expect(speakers.map(({ lines }) => lines[0]?.text)).toEqual(['Ann', 'Bob', 'Cay', 'Dan']);
    expect(speakers.map(({ y }) => y)).toEqual(speakers.map(({ y }) => y).sort((a, b) => a - b));
    expect(new Set(speakers.map(({ x }) => x)).size).toBe(1);
    expect(new Set(speakers.map(({ width }) => width)).size).toBe(1);
  });
});

describe('measuring', () => {
  it('reads the weights of the face that the site ships', () => {
    // Widths that Chromium gives the same text in the same file, kerned: 265.2 at 400, 272.3 at 600.
    const text = 'James Bottomley, RLIMIT_MEMLOCK per-VMA';
    expect(measure(text, 14, 400)).toBeGreaterThan(265.2);
    expect(measure(text, 14, 400)).toBeLessThan(265.2 * 1.02);
    expect(measure(text, 14, 600)).toBeGreaterThan(272.3);
    expect(measure(text, 14, 600)).toBeLessThan(272.3 * 1.02);
  });

  it('gives letters that the face lacks room enough', () => {
    expect(measure('漢字', 14, 400)).toBe(35);
  });
});
