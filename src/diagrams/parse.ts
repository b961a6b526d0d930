import { z } from 'zod';
import { count } from '../model/count.ts';
import { PrecedentError, type Where } from '../model/problem.ts';
import { plainText } from './escape.ts';
import type { Direction, Graph, GraphEdge, GraphNode, Tip } from './graph.ts';
import { checkSize, MAX_EDGES, MAX_NODES, problem, tooLarge } from './limits.ts';
import { loadMermaid } from './modules.ts';

const Vertex = z.object({
  id: z.string(),
  text: z.string().optional(),
  classes: z.array(z.string()),
  link: z.string().optional(),
  img: z.string().optional(),
  icon: z.string().optional(),
});
type Vertex = z.infer<typeof Vertex>;

const Edge = z.object({
  start: z.string(),
  end: z.string(),
  type: z.string().optional(),
  text: z.string(),
  stroke: z.enum(['normal', 'thick', 'dotted', 'invisible']).optional(),
});

/** What Mermaid's flowchart database holds after it has read a text. */
const Database = z.object({
  direction: z.string().optional(),
  title: z.string(),
  description: z.string(),
  vertices: z.map(z.string(), Vertex),
  edges: z.array(Edge),
  groups: z.array(z.unknown()),
});

const PLACE: Where = { file: 'a diagram' };

/** Mermaid keeps title and description in one place for all texts, so texts are read one after the other. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a Mermaid flowchart into a graph, by Mermaid's own parser, with labels decoded to plain text. Order is the order
 * of the text. Colours and styles written in the text are left out: the site has its own; invisible links are left out too.
 *
 * Throws a PrecedentError: `diagram-too-large`, `diagram-broken` (with the line), `diagram-kind` for Mermaid's other kinds,
 * `diagram-empty`, `diagram-part` for what cannot be drawn here (subgraphs, scripts, pictures), `diagram-link` for an
 * address that is neither http(s) nor of this site.
 *
 * @param where what the error names as the place: the file of the record, and the line of its fence
 */
export function parseFlowchart(text: string, where: Where = PLACE): Promise<Graph> {
  const result = queue.then(() => read(text, where));
  queue = result.catch(() => undefined);
  return result;
}

async function read(text: string, where: Where): Promise<Graph> {
  checkSize(text, where);
  const { mermaid, document } = await loadMermaid();
  let known: unknown;
  try {
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    if (type !== 'flowchart-v2' && type !== 'flowchart') throw wrongKind(type, where);
    const ask = (name: string): unknown => {
      const method: unknown = Reflect.get(db, name);
      return typeof method === 'function' ? method.call(db) : undefined;
    };
    known = {
      direction: ask('getDirection'),
      title: ask('getAccTitle'),
      description: ask('getAccDescription'),
      vertices: ask('getVertices'),
      edges: ask('getEdges'),
      groups: ask('getSubGraphs'),
    };
  } catch (error) {
    throw error instanceof PrecedentError ? error : broken(error, text, where);
  }
  return toGraph(Database.parse(known), decoder(document), where);
}

function toGraph(found: z.infer<typeof Database>, decode: (text: string) => string, where: Where): Graph {
  if (found.vertices.size === 0) {
    throw problem('diagram-empty', 'the flowchart has no node', where, 'write at least one node');
  }
  if (found.groups.length > 0) {
    throw problem('diagram-part', 'a subgraph cannot be drawn here', where, 'write the flowchart without subgraph');
  }
  if (found.vertices.size > MAX_NODES || found.edges.length > MAX_EDGES) throw tooLarge(where);
  return {
    direction: directionOf(found.direction),
    title: plainText(decode(found.title)) || 'Flowchart',
    description:
      plainText(decode(found.description)) ||
      `${count(found.vertices.size, 'node')}, ${count(found.edges.length, 'edge')}.`,
    nodes: [...found.vertices.values()].map((vertex) => toNode(vertex, decode, where)),
    edges: found.edges.flatMap((edge) => toEdge(edge, decode)),
  };
}

function toNode(vertex: Vertex, decode: (text: string) => string, where: Where): GraphNode {
  const { id, text = id, classes, link, img, icon } = vertex;
  if (img !== undefined || icon !== undefined) {
    throw problem('diagram-part', `node ${id} is a picture`, where, 'give it a label instead');
  }
  if (classes.includes('clickable') && link === undefined) {
    throw problem('diagram-part', `node ${id} calls a script`, where, `write: click ${id} href "address"`);
  }
  const kind = classes.find((name) => name !== 'clickable' && name !== 'default');
  return {
    id,
    label: decode(text).split('\n').map(plainText).join('\n').trim(),
    ...(kind === undefined ? {} : { kind }),
    ...(link === undefined ? {} : { href: safeHref(link, id, where) }),
  };
}

const TIPS: readonly (readonly [part: string, tip: Tip])[] = [
  ['point', 'arrow'],
  ['circle', 'circle'],
  ['cross', 'cross'],
];

function toEdge(edge: z.infer<typeof Edge>, decode: (text: string) => string): GraphEdge[] {
  const { start, end, type = '', text, stroke = 'normal' } = edge;
  if (stroke === 'invisible') return [];
  const label = plainText(decode(text));
  return [
    {
      from: start,
      to: end,
      ...(label === '' ? {} : { label }),
      kind: stroke,
      tip: TIPS.find(([part]) => type.includes(part))?.[1] ?? 'none',
      twoWay: type.startsWith('double_'),
    },
  ];
}

function directionOf(written: string | undefined): Direction {
  return written === 'LR' || written === 'RL' || written === 'BT' ? written : 'TB';
}

/**
 * Says what a browser would show of a label: Mermaid's marks for entities back to HTML, then the text that HTML says.
 * The template of the window is inert: nothing in it is loaded or run.
 */
function decoder(document: Document): (text: string) => string {
  const template = document.createElement('template');
  return (text) => {
    template.innerHTML = text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
    for (const line of template.content.querySelectorAll('br')) line.replaceWith('\n');
    return template.content.textContent;
  };
}

/** An address must be http, https or a path of this site; anything else could be a script. */
function safeHref(link: string, id: string, where: Where): string {
  const href = link.replaceAll('ﬂ°°', '#').replaceAll('ﬂ°', '#').replaceAll('¶ß', ';');
  if (/^https?:\/\/[^\s]+$/i.test(href) || /^(?:\/(?!\/)|\.{1,2}\/|#|\?)[^\s\\]*$/.test(href)) return href;
  throw problem(
    'diagram-link',
    `node ${id} links to ${JSON.stringify(href)}`,
    where,
    'link to http://, https:// or a path',
  );
}

function wrongKind(kind: string, where: Where): PrecedentError {
  return problem('diagram-kind', `a ${kind} diagram cannot be drawn`, where, 'write a flowchart');
}

/** Mermaid tells the line of a wrong word in `loc`, counted from 1, and that of a letter it does not know in `line`, from 0. */
const Located = z.object({
  hash: z.object({ line: z.int().min(0), loc: z.object({ first_line: z.int().min(1) }).optional() }),
});

function broken(error: unknown, text: string, where: Where): PrecedentError {
  const located = Located.safeParse(error);
  const lines = text.split('\n');
  const hash = located.success ? located.data.hash : undefined;
  const line = hash === undefined ? undefined : Math.min(hash.loc?.first_line ?? hash.line + 1, lines.length);
  const what =
    line === undefined
      ? 'Mermaid cannot read the diagram'
      : `Mermaid cannot read line ${line} of the diagram: ${JSON.stringify((lines[line - 1] ?? '').slice(0, 80))}`;
  const at = line === undefined || where.line === undefined ? where : { ...where, line: where.line + line - 1 };
  return problem('diagram-broken', what, at, 'correct it by the syntax of flowcharts', error);
}
