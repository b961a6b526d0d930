import type { APIRoute } from 'astro';
import type { Decision } from '../../model/decision.ts';
import { loadSite } from '../../site/load.ts';
import { argumentMapText } from '../../site/maps.ts';
import type { Site } from '../../site/site.ts';

interface Props {
  readonly decision: Decision;
  readonly site: Site;
}

export async function getStaticPaths(): Promise<{ params: { id: string }; props: Props }[]> {
  const site = await loadSite();
  return site.decisions
    .filter(({ id }) => site.positionsOf(id).length > 0)
    .map((decision) => ({ params: { id: decision.id }, props: { decision, site } }));
}

/** The argument map of a decision as Mermaid text. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(argumentMapText(props.decision, props.site), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
