import { z } from 'zod';
import { writeMailbox } from '../corpus/mailbox.ts';
import { type JobResult, nodeJob, runJob } from '../job.ts';
import { type Figure, growthExponent, type Measurement } from '../measurement.ts';

const Extracted = z.object({
  messages: z.int(),
  bytes: z.int(),
  digest: z.string(),
  seconds: z.object({ scan: z.number(), extract: z.number() }),
});
type Run = JobResult<z.infer<typeof Extracted>> & { readonly size: number };

const MEGABYTE = 1_000_000;

/** A mailbox too large to be held: read thread by thread, in one worker thread and in two, and how that grows. */
export const archive: Measurement = {
  name: 'archive',
  what: 'extraction of a mailbox that is too large to be held, thread by thread, and in worker threads',
  run: async (bench) => {
    const sizes = bench.quick ? [7, 14, 28] : [50, 100, 200];
    const runs: Run[] = [];
    for (const size of sizes) runs.push({ size, ...(await extract(bench.workshop, size, 1)) });
    const [largest] = runs.slice(-1);
    if (largest === undefined) return [];
    const two = await extract(bench.workshop, largest.size, 2);
    if (two.data.digest !== largest.data.digest) throw new Error('two worker threads gave other bytes than one');
    const { messages, seconds, bytes } = largest.data;
    const powerOf = (of: (run: Run) => number): number => growthExponent(runs.map((run) => [run.size, of(run)]));
    return [
      {
        label: 'looking through a mailbox for its threads',
        value: messages / seconds.scan,
        unit: 'messages/s',
        note: `${(largest.size / seconds.scan).toFixed(0)} MB/s, by processor time`,
      },
      {
        label: 'threads to positions, with the JSON written',
        value: messages / seconds.extract,
        unit: 'messages/s',
        note: `by processor time; ${(bytes / largest.size / MEGABYTE).toFixed(1)} bytes of JSON for each byte of mail`,
      },
      ...runs.map(
        (run): Figure => ({
          label: `peak memory at ${run.size} MB, one worker`,
          value: run.peak / MEGABYTE,
          unit: 'MB',
          note: `${run.data.messages} messages`,
        }),
      ),
      {
        label: `peak memory at ${largest.size} MB, two workers`,
        value: two.peak / MEGABYTE,
        unit: 'MB',
        note: 'the same bytes',
      },
      {
        label: 'two workers against one',
        value: largest.seconds / two.seconds,
        unit: '×',
        note: `by the clock; ${(two.processor / largest.processor).toFixed(2)} × the processor time`,
      },
      {
        label: 'growth of time with size',
        value: powerOf((run) => run.data.seconds.scan + run.data.seconds.extract),
        unit: 'power',
        budget: { most: 1.15 },
        note: `at ${sizes.join(', ')} MB`,
      },
      { label: 'growth of memory with size', value: powerOf((run) => run.peak), unit: 'power' },
    ];
  },
};

function extract(workshop: string, size: number, jobs: number): Promise<JobResult<z.infer<typeof Extracted>>> {
  const { file } = writeMailbox(workshop, { bytes: size * MEGABYTE });
  return runJob(nodeJob('archive', file, String(jobs)), Extracted);
}
