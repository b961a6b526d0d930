import type { RenderedDiagram } from '../diagrams/index.ts';
import { argumentMap, decisionMap, renderDiagram } from '../diagrams/index.ts';
import type { Decision } from '../model/decision.ts';
import { normaliseId } from '../model/id.ts';
import { areVeryMany, firstWords } from './full-entries.ts';
import type { Site } from './site.ts';
import { absolute, link, termUrl } from './urls.ts';

/** Boxes of a map on a page that is full of positions already. */
const CROWDED_CAP = 14;
/** As many boxes as can be drawn at all. */
const WHOLE = Number.POSITIVE_INFINITY;
/** Boxes of speakers that show their first words where a map has a page to itself. */
const WITH_ROOM = 40;

/**
 * Draws the argument map of a decision, with links that hold on the site. Where the page is short of room for its positions,
 * the map has fewer boxes, too; the last of them says how many are missing, and a page of its own has all.
 */
export function drawArgumentMap(decision: Decision, site: Site): Promise<RenderedDiagram> {
  return renderDiagram(pageMap(decision, site), 'map');
}

function pageMap(decision: Decision, site: Site): string {
  const { length } = site.positionsOf(decision.id);
  const crowded = firstWords(length) === null ? {} : { cap: CROWDED_CAP };
  const wordless = areVeryMany(length) ? { words: 0 } : {};
  return argumentMap(decision, { terms: site.terms, hrefOf, ...crowded, ...wordless });
}

/** Whether the page of a decision shows only a part of its argument map, so that the whole needs a page of its own. */
export function mapIsCut(decision: Decision, site: Site): boolean {
  return pageMap(decision, site) !== argumentMap(decision, { terms: site.terms, hrefOf, cap: WHOLE });
}

/** Draws the argument map with every box that can be drawn at all. */
export function drawWholeMap(decision: Decision, site: Site): Promise<RenderedDiagram> {
  return renderDiagram(argumentMap(decision, { terms: site.terms, hrefOf, cap: WHOLE, words: WITH_ROOM }), 'map');
}

/** Writes the map as Mermaid text to copy, with every box that can be drawn and addresses that hold anywhere. */
export function argumentMapText(decision: Decision, site: Site): string {
  return argumentMap(decision, {
    terms: site.terms,
    hrefOf: (id) => absolute(hrefOf(id)),
    cap: WHOLE,
  });
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
