import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finishSite } from '../../build/finish.ts';
import { countPages, renderSite } from '../../build/render.ts';
import { formatFinding } from '../../model/problem.ts';
import { planUpdateOf } from '../../records/update.ts';
import { loadContent, loadReport } from '../../site/load.ts';
import { measureJob } from '../job.ts';

// site.ts WORKSHOP: does what `npm run build` does with the project that PRECEDENT_ROOT names, and leaves the site in WORKSHOP/dist.
// Records are not written: what is new in them is worked out only.
const [workshop = ''] = process.argv.slice(2);

await measureJob(async () => {
  const processor: Record<string, number> = {};
  const peaks: Record<string, number> = {};
  const timed = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const made = await work();
    took(stage, before);
    return made;
  };
  const took = (stage: string, before: NodeJS.CpuUsage): void => {
    const { user, system } = process.cpuUsage(before);
    processor[stage] = (user + system) / 1e6;
    peaks[stage] = process.resourceUsage().maxRSS * 1024;
  };
  const knowledge = await timed('read', loadContent);
  await timed('extract', () => planUpdateOf(knowledge));
  const { findings } = await timed('verify', loadReport);
  if (findings.length > 0) throw new Error(findings.map(formatFinding).join('\n'));
  const dist = join(workshop, 'dist');
  const cacheDir = join(workshop, 'cache');
  const finish = (folder: string) => finishSite(folder, dist, knowledge, timed);
  // Rendering ends where finishing begins; what it took is known before the first step of that.
  const before = process.cpuUsage();
  const { packed } = await renderSite(
    dist,
    (folder) => {
      took('render', before);
      return finish(folder);
    },
    { cacheDir, vite: { cacheDir } },
  );
  return {
    pages: countPages(dist),
    files: packed.files,
    zip: packed.bytes,
    heaviest: heaviestPage(dist),
    processor,
    peaks,
  };
});

/** The page of most bytes, by which a list shows that grows with the corpus. */
function heaviestPage(dist: string): { name: string; bytes: number } {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const weighed = names.map((name) => ({ name, bytes: statSync(join(dist, name)).size }));
  return weighed.reduce((most, page) => (page.bytes > most.bytes ? page : most), { name: '', bytes: 0 });
}
