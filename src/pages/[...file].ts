/// <reference types="astro/client" />
import type { APIRoute } from 'astro';
import { loadPublished, type PublishedFile, publishedFiles } from '../api/index.ts';

interface Props {
  readonly file: PublishedFile;
}

/** In a build they are written beside the pages by `writePublishedFiles`; here they are for who looks at the site while editing. */
export async function getStaticPaths(): Promise<{ params: { file: string }; props: Props }[]> {
  if (!import.meta.env.DEV) return [];
  const { corpus } = await loadPublished();
  return [...publishedFiles(corpus).values()].map((file) => ({ params: { file: file.path }, props: { file } }));
}

/** The files for machines, each as its publisher makes it. */
export const GET: APIRoute<Props> = ({ props: { file } }) =>
  new Response(typeof file.body === 'string' ? file.body : Uint8Array.from(file.body), {
    headers: { 'content-type': file.mediaType },
  });
