import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadKnowledge } from '../../records/load.ts';
import { writeProject } from '../corpus/project.ts';
import { type JobResult, nodeJob, runJob } from '../job.ts';
import { type Bench, type Figure, growthExponent, type Measurement, skipped } from '../measurement.ts';
import { installStarlight, writeStarlightPages } from '../starlight.ts';

const Built = z.object({
  pages: z.int(),
  files: z.int(),
  zip: z.int(),
  heaviest: z.object({ name: z.string(), bytes: z.int() }),
  processor: z.record(z.string(), z.number()),
  /** The most memory held until the end of each stage, in bytes. */
  peaks: z.record(z.string(), z.number()),
});
type Build = JobResult<z.infer<typeof Built>>;
/** Sources that no decision quotes, by which the cost of a further source page is known. */
const FURTHER = 500;

/** Building the site, by stage, beside Starlight on the same pages. */
export const site: Measurement = {
  name: 'site',
  what: 'building the site of generated decisions and sources, beside Starlight on the same decision pages',
  run: async (bench) => {
    const figures: Figure[] = [];
    const sizes = bench.quick ? [100] : [100, 300, 1000];
    const builds: [size: number, build: Build][] = [];
    for (const size of sizes) {
      const root = writeProject(bench.workshop, size);
      const ours = await buildSite(bench, root);
      const again = await buildSite(bench, root, 'again');
      builds.push([size, ours]);
      figures.push(
        ...siteFigures(size, ours),
        ...againFigures(size, again),
        await besideStarlight(bench, size, ours, again),
      );
    }
    return builds.length < 3 ? figures : [...figures, ...growthOf(builds)];
  },
};

/** Builds a project from nothing, or again, with what the build before it kept and the archive that it left. */
async function buildSite(bench: Bench, root: string, how: 'anew' | 'again' = 'anew'): Promise<Build> {
  const workshop = join(bench.workshop, 'site');
  if (how === 'anew') rmSync(workshop, { recursive: true, force: true });
  return runJob(nodeJob('site', workshop), Built, {
    PRECEDENT_ROOT: root,
    PRECEDENT_CACHE: join(workshop, 'kept'),
    // The heap that `npm run build` allows itself.
    NODE_OPTIONS: '--max-old-space-size=16384',
    ASTRO_TELEMETRY_DISABLED: '1',
  });
}

function againFigures(size: number, build: Build): Figure[] {
  const memory = `${(build.peak / 1e6).toFixed(0)} MB`;
  return [
    { label: `${size} again, nothing changed`, value: build.seconds, unit: 's', note: `${stagesOf(build)}; ${memory}` },
  ];
}

function stagesOf({ data, processor }: Build): string {
  const stages = Object.entries(data.processor).map(([stage, time]) => `${stage} ${time.toFixed(1)}`);
  return `processor seconds: ${processor.toFixed(1)}, of these ${stages.join(', ')}`;
}

function siteFigures(size: number, build: Build): Figure[] {
  const { data, seconds, peak } = build;
  return [
    {
      label: `${size} decisions and sources`,
      value: seconds,
      unit: 's',
      note: `${data.pages} pages; ${stagesOf(build)}`,
    },
    { label: `files at ${size}`, value: data.files, unit: 'files', note: `packed ${(data.zip / 1e6).toFixed(1)} MB` },
    {
      label: `heaviest page at ${size}`,
      value: data.heaviest.bytes / 1e3,
      unit: 'kB',
      note: `${data.heaviest.name}, before compression`,
    },
    {
      label: `memory at ${size}`,
      value: peak / 1e6,
      unit: 'MB',
      ...(size >= 1000 ? { budget: { most: 1000 } } : {}),
      note: `until the end of ${Object.entries(data.peaks)
        .map(([stage, bytes]) => `${stage} ${(bytes / 1e6).toFixed(0)}`)
        .join(', ')} MB`,
    },
  ];
}

/** The power of the number of decisions with which each stage, the memory and the files grow. */
function growthOf(builds: readonly (readonly [size: number, build: Build])[]): Figure[] {
  const power = (of: (build: Build) => number): number =>
    growthExponent(builds.map(([size, build]) => [size, of(build)]));
  const stages = Object.keys(builds[0]?.[1].data.processor ?? {}).map(
    (stage) => `${stage} ${power(({ data }) => data.processor[stage] ?? 0).toFixed(2)}`,
  );
  const whole = power((build) => build.processor);
  return [
    {
      label: 'growth of time with decisions',
      value: whole,
      unit: 'power',
      budget: { most: 1.15 },
      note: stages.join(', '),
    },
    { label: 'growth of memory with decisions', value: power((build) => build.peak), unit: 'power' },
  ];
}

async function besideStarlight(bench: Bench, size: number, ours: Build, again: Build): Promise<Figure> {
  const label = `whole build against Starlight at ${size}`;
  const folder = join(bench.workshop, 'starlight');
  const missing = installStarlight(folder);
  if (missing !== null) return skipped(label, missing);
  const { records } = await loadKnowledge(writeProject(bench.workshop, size));
  writeStarlightPages(folder, records);
  const theirs = await runJob(nodeJob('starlight', folder), z.null(), { ASTRO_TELEMETRY_DISABLED: '1' });
  const note = `Starlight ${theirs.seconds.toFixed(1)} s, ${(theirs.peak / 1e6).toFixed(0)} MB; by processor time ${(ours.processor / theirs.processor).toFixed(2)} ×; again, nothing changed, ${(again.seconds / theirs.seconds).toFixed(2)} ×`;
  return {
    label,
    value: ours.seconds / theirs.seconds,
    unit: '×',
    ...(size >= 1000 ? { budget: { most: 0.5 } } : {}),
    note,
  };
}

/** What a source page adds to a build, in processor time. */
export const sourcePage: Measurement = {
  name: 'source-page',
  what: 'what one more source page adds to a build',
  run: async (bench) => {
    const without = await buildSite(bench, writeProject(bench.workshop, 20));
    const withSources = await buildSite(bench, writeProject(bench.workshop, 20, FURTHER));
    const added = (stage: string): number =>
      (1000 * ((withSources.data.processor[stage] ?? 0) - (without.data.processor[stage] ?? 0))) / FURTHER;
    const note = `reading ${added('read').toFixed(1)}, positions ${added('extract').toFixed(1)}, search ${added('search').toFixed(1)} ms besides`;
    return [{ label: 'rendering one more source page', value: added('render'), unit: 'ms', budget: { most: 2 }, note }];
  },
};

/** Ten thousand decisions and a hundred thousand messages: a source to each decision, and nine thousand more of ten messages. */
export const scale: Measurement = {
  name: 'scale',
  what: 'a site of 10,000 decisions and 100,000 messages; takes an hour or two, so it is measured where it is named alone',
  onlyByName: true,
  run: async (bench) => {
    const root = bench.quick
      ? writeProject(bench.workshop, 100, 90, 10)
      : writeProject(bench.workshop, 10_000, 9_000, 10);
    const build = await buildSite(bench, root);
    return siteFigures(bench.quick ? 100 : 10_000, build).map(({ budget, ...figure }) =>
      figure.unit === 'MB' ? { ...figure, budget: { most: 24_000 } } : { ...figure, ...(budget && { budget }) },
    );
  },
};
