import { keptOf } from '../kept/index.ts';
import { sha256 } from '../model/digest.ts';
import type { Where } from '../model/problem.ts';
import { remember } from '../model/recent.ts';
import { drawSvg } from './draw.ts';
import { layout } from './layout.ts';
import { fontMeasure } from './measure.ts';
import { outline } from './outline.ts';
import { parseFlowchart } from './parse.ts';
import type { RenderedDiagram } from './rendered.ts';

export { type ArgumentMapContext, argumentMap } from './argument-map.ts';
export { type DecisionMapContext, decisionMap } from './decision-map.ts';
export { drawSvg } from './draw.ts';
export type { Graph, GraphEdge, GraphNode } from './graph.ts';
export { layout } from './layout.ts';
export { type OutlineItem, outline } from './outline.ts';
export { parseFlowchart } from './parse.ts';
export type { RenderedDiagram } from './rendered.ts';

/** The pictures of the last pages: a page may ask twice for the same, and of thousands nobody asks again. */
const rendered = new Map<string, Promise<RenderedDiagram>>();
const MOST_RENDERED = 64;

/**
 * Draws a Mermaid flowchart: Mermaid's parser, ELK's layout, our SVG; no browser. Same text, same bytes; a picture is drawn
 * once and kept from one run to the next (see `src/kept/`). Throws what {@link parseFlowchart} throws, and `font-missing`.
 *
 * @param idPrefix makes the ids in the SVG unique on its page
 * @param where what an error names as the place
 */
export function renderDiagram(mermaidText: string, idPrefix: string, where?: Where): Promise<RenderedDiagram> {
  const key = sha256(JSON.stringify([idPrefix, mermaidText, where]));
  return rendered.get(key) ?? remember(rendered, key, recall(mermaidText, idPrefix, where), MOST_RENDERED);
}

/** Only pictures are kept: a text that cannot be drawn is told with its place each time. */
async function recall(mermaidText: string, idPrefix: string, where: Where | undefined): Promise<RenderedDiagram> {
  const kept = keptOf<RenderedDiagram>('diagrams');
  const key = JSON.stringify([idPrefix, mermaidText]);
  const known = kept?.read(key);
  if (known != null) return known;
  const drawn = await draw(mermaidText, idPrefix, where);
  kept?.write(key, drawn);
  return drawn;
}

async function draw(mermaidText: string, idPrefix: string, where: Where | undefined): Promise<RenderedDiagram> {
  const graph = await parseFlowchart(mermaidText, where);
  const laidOut = await layout(graph, fontMeasure());
  return {
    svg: drawSvg(laidOut, idPrefix),
    outline: outline(graph),
    width: Math.ceil(laidOut.width),
    height: Math.ceil(laidOut.height),
  };
}
