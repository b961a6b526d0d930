import type { APIRoute } from 'astro';
import type { SourceEntry } from '../../../site/knowledge.ts';
import { loadSite } from '../../../site/load.ts';
import { publishesBytes } from '../../../site/raw.ts';

interface Props {
  readonly entry: SourceEntry;
}

export async function getStaticPaths(): Promise<{ params: { slug: string }; props: Props }[]> {
  const { sources } = await loadSite();
  return sources
    .filter(({ bytes }) => publishesBytes(bytes))
    .map((entry) => ({ params: { slug: entry.slug }, props: { entry } }));
}

/** The bytes of a source as archived. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(Uint8Array.from(props.entry.bytes), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
