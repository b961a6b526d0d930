import { z } from 'zod';
import { writeProject } from '../corpus/project.ts';
import { type JobResult, nodeJob, runJob } from '../job.ts';
import { type Figure, growthExponent, type Measurement } from '../measurement.ts';

const Stages = z.object({ records: z.int(), seconds: z.record(z.string(), z.number()) });

/** Reading, verifying and writing records, and how each grows with their number. */
export const records: Measurement = {
  name: 'records',
  what: 'reading, verifying, merging and writing records, and how the time grows',
  run: async (bench) => {
    const sizes = bench.quick ? [50, 100, 200] : [100, 300, 1000];
    const runs: (JobResult<z.infer<typeof Stages>> & { readonly size: number })[] = [];
    for (const size of sizes)
      runs.push({ size, ...(await runJob(nodeJob('knowledge', writeProject(bench.workshop, size)), Stages)) });
    const last = runs.at(-1);
    if (last === undefined) return [];
    const stages = Object.entries(last.data.seconds).map(([stage, seconds]): Figure => {
      const points = runs.map(({ size, data }): [number, number] => [size, data.seconds[stage] ?? 0]);
      return {
        label: stage,
        value: last.size / seconds,
        unit: 'records/s',
        note: `grows with power ${growthExponent(points).toFixed(2)}`,
      };
    });
    return [...stages, { label: `peak memory at ${last.size} records`, value: last.peak / 1e6, unit: 'MB' }];
  },
};
