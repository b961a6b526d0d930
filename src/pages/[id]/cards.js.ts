import type { APIRoute } from 'astro';
import { cardScript, decisionCards } from '../../site/cards.ts';
import { loadSite } from '../../site/load.ts';

export async function getStaticPaths(): Promise<{ params: { id: string }; props: { script: string } }[]> {
  const site = await loadSite();
  return site.decisions.map((decision) => ({
    params: { id: decision.id },
    props: { script: cardScript(decisionCards(decision, site)) },
  }));
}

/** The cards of a decision and its positions, loaded when one points at a link to them. */
export const GET: APIRoute<{ script: string }> = ({ props }) =>
  new Response(props.script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
