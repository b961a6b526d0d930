import type { APIRoute } from 'astro';
import { cardScript, termCards } from '../../../site/cards.ts';
import { loadSite } from '../../../site/load.ts';

export async function getStaticPaths(): Promise<{ params: { slug: string }; props: { script: string } }[]> {
  const { terms } = await loadSite();
  return terms.map((term) => ({ params: { slug: term.id }, props: { script: cardScript(termCards(term)) } }));
}

/** The card of a term, loaded when one points at a link to it. */
export const GET: APIRoute<{ script: string }> = ({ props }) =>
  new Response(props.script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
