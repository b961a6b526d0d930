import type { APIRoute } from 'astro';
import { loadSite } from '../../site/load.ts';
import { decisionMapText } from '../../site/maps.ts';

/** The map of all decisions as Mermaid text. */
export const GET: APIRoute = async () =>
  new Response(decisionMapText(await loadSite()), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
