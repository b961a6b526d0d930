import type { RenderedDiagram } from '../diagrams/index.ts';
import { argumentMap, renderDiagram } from '../diagrams/index.ts';
import type { Decision } from '../model/decision.ts';
import { normaliseId } from '../model/id.ts';
import type { Site } from './site.ts';
import { absolute, link, termUrl } from './urls.ts';

/** An argument map drawn for its page, and the text of it to copy, with addresses that hold anywhere. */
export interface DrawnMap extends RenderedDiagram {
  readonly mermaid: string;
}

/** Draws the argument map of a decision. */
export async function drawArgumentMap(decision: Decision, site: Site): Promise<DrawnMap> {
  const href = (id: string): string => (normaliseId(id) === id ? link(`${id}/`) : termUrl(id));
  const drawn = await renderDiagram(argumentMap(decision, { terms: site.terms, hrefOf: href }), 'map');
  const mermaid = argumentMap(decision, { terms: site.terms, hrefOf: (id) => absolute(href(id)) });
  return { ...drawn, mermaid };
}
