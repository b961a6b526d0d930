import type { RenderedDiagram } from '../diagrams/index.ts';
import { argumentMap, decisionMap, renderDiagram } from '../diagrams/index.ts';
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

/** Draws how all decisions bear on each other; null where there is none. */
export async function drawDecisionMap({ decisions }: Site): Promise<RenderedDiagram | null> {
  return decisions.length === 0 ? null : renderDiagram(decisionMap(decisions, { hrefOf }), 'map');
}

/** Writes the map of all decisions as Mermaid text to copy. */
export function decisionMapText({ decisions }: Site): string {
  return decisionMap(decisions, { hrefOf: (id) => absolute(hrefOf(id)) });
}

function hrefOf(id: string): string {
  return normaliseId(id) === id ? link(`${id}/`) : termUrl(id);
}
