import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type AstroInlineConfig, build } from 'astro';

/**
 * Renders the site with Astro into a workshop folder, lets `finish` add to it, and only then puts it in the place of `dist`:
 * a build that is stopped half-way leaves the old site whole. Returns what `finish` returns.
 *
 * @param dist The folder of the site; the workshop stands beside it.
 * @param settings What Astro is told besides.
 */
export async function renderSite<Finished>(
  dist: string,
  finish: (folder: string) => Promise<Finished>,
  settings: AstroInlineConfig = {},
): Promise<Finished> {
  const workshop = join(dirname(dist), `.${basename(dist)}-part`);
  rmSync(workshop, { recursive: true, force: true });
  try {
    // `force` drops what an earlier build remembered: ids of records that are gone would come back as pages.
    await build({ ...settings, outDir: resolve(workshop), logLevel: 'error', force: true });
    const finished = await finish(workshop);
    rmSync(dist, { recursive: true, force: true });
    renameSync(workshop, dist);
    return finished;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Counts the pages of a built site: its HTML files. */
export function countPages(dist: string): number {
  return readdirSync(join(dist), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).length;
}
