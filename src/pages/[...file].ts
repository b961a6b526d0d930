import type { APIRoute } from 'astro';
import { loadPublished, type PublishedFile, publishedFiles } from '../api/index.ts';

interface Props {
  readonly file: PublishedFile;
}

export async function getStaticPaths(): Promise<{ params: { file: string }; props: Props }[]> {
  const { corpus } = await loadPublished();
  return [...publishedFiles(corpus).values()].map((file) => ({ params: { file: file.path }, props: { file } }));
}

/** The files for machines, each as its publisher makes it. */
export const GET: APIRoute<Props> = ({ props: { file } }) =>
  new Response(typeof file.body === 'string' ? file.body : Uint8Array.from(file.body), {
    headers: { 'content-type': file.mediaType },
  });
