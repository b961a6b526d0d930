import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';

/** Where the pages are made before they take the place of the old ones. */
const WORKSHOP = '.dist-part';

/**
 * Renders the site with Astro into a workshop folder, lets `finish` add to it, and only then puts it in the place of `dist`:
 * a build that is stopped half-way leaves the old site whole. Returns what `finish` returns.
 */
export async function renderSite<Finished>(
  dist: string,
  finish: (folder: string) => Promise<Finished>,
): Promise<Finished> {
  rmSync(WORKSHOP, { recursive: true, force: true });
  try {
    // `force` drops what an earlier build remembered: ids of records that are gone would come back as pages.
    await build({ outDir: `./${WORKSHOP}`, logLevel: 'error', force: true });
    const finished = await finish(WORKSHOP);
    rmSync(dist, { recursive: true, force: true });
    renameSync(WORKSHOP, dist);
    return finished;
  } finally {
    rmSync(WORKSHOP, { recursive: true, force: true });
  }
}

/** Counts the pages of a built site: its HTML files. */
export function countPages(dist: string): number {
  return readdirSync(join(dist), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).length;
}
