import type { RenderedDiagram } from '../diagrams/index.ts';
import { argumentMap, renderDiagram } from '../diagrams/index.ts';
import type { Decision } from '../model/decision.ts';
import { normaliseId } from '../model/id.ts';
import type { Site } from './site.ts';
import { absolute, link, termUrl } from './urls.ts';

/** Draws the argument map of a decision, with links that hold on the site. */
export function drawArgumentMap(decision: Decision, site: Site): Promise<RenderedDiagram> {
  return renderDiagram(argumentMap(decision, { terms: site.terms, hrefOf }), 'map');
}

/** Writes the same map as Mermaid text to copy, with addresses that hold anywhere. */
export function argumentMapText(decision: Decision, site: Site): string {
  return argumentMap(decision, { terms: site.terms, hrefOf: (id) => absolute(hrefOf(id)) });
}

function hrefOf(id: string): string {
  return normaliseId(id) === id ? link(`${id}/`) : termUrl(id);
}
