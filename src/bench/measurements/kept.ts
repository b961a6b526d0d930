import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeProject } from '../corpus/project.ts';
import { type JobResult, nodeJob, runJob } from '../job.ts';
import { type Figure, type Measurement, median } from '../measurement.ts';

const Stages = z.object({ read: z.number(), extract: z.number() });
type Run = JobResult<z.infer<typeof Stages>>;

/** `npm run extract` with nothing kept, keeping everything for the first time, and when nothing has changed since. */
export const kept: Measurement = {
  name: 'kept',
  what: 'reading and extracting a project again in which nothing has changed',
  run: async (bench) => {
    const size = bench.quick ? 200 : 1000;
    const root = writeProject(bench.workshop, size);
    const cache = join(bench.workshop, 'kept');
    const run = (folder: string) => runJob(nodeJob('kept', root), Stages, { PRECEDENT_CACHE: folder });
    const without: Run[] = [];
    const first: Run[] = [];
    const again: Run[] = [];
    // By turns, so that whatever else the machine does falls on all of them.
    for (let round = 0; round < (bench.quick ? 2 : 3); round += 1) {
      rmSync(cache, { recursive: true, force: true });
      without.push(await run(''));
      first.push(await run(cache));
      again.push(await run(cache));
    }
    return [
      processorSeconds(`${size} sources and records, nothing kept`, without),
      processorSeconds('keeping them for the first time', first),
      processorSeconds('again, nothing changed', again),
      {
        label: 'without, against again',
        value: median(without.map(({ processor }, round) => processor / (again[round]?.processor ?? Number.NaN))),
        unit: '×',
        note: 'by processor time; the start of Node and the loading of the code come to each',
      },
      { label: 'what is kept', value: bytesBelow(cache) / 1e6, unit: 'MB' },
    ];
  },
};

function processorSeconds(label: string, runs: readonly Run[]): Figure {
  const of = (stage: 'read' | 'extract') => median(runs.map(({ data }) => data[stage])).toFixed(2);
  const peak = median(runs.map((run) => run.peak)) / 1e6;
  return {
    label,
    value: median(runs.map(({ processor }) => processor)),
    unit: 's of processor time',
    note: `reading ${of('read')}, extraction and merge ${of('extract')}; ${peak.toFixed(0)} MB`,
  };
}

function bytesBelow(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => statSync(join(folder, name))).reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
}
