import { z } from 'zod';
import { writeMailbox } from '../corpus/mailbox.ts';
import { type JobResult, nodeJob, runJob } from '../job.ts';
import { type Figure, growthExponent, type Measurement, median } from '../measurement.ts';

const Seconds = z.object({ read: z.number(), threads: z.number(), speakers: z.number(), extraction: z.number() });
const Stages = z.object({ messages: z.int(), positions: z.int(), seconds: Seconds });
type Run = JobResult<z.infer<typeof Stages>>;

const STAGES = [
  ['read', 'reading'],
  ['threads', 'threads alone'],
  ['speakers', 'threads and speakers'],
  ['extraction', 'positions'],
] as const;

/** Everything from bytes to positions, by stage, and how it grows. In processor time: one core's worth of work. */
export const extraction: Measurement = {
  name: 'extraction',
  what: 'from the bytes of a mailbox to positions, by stage, and how the time grows',
  run: async (bench) => {
    const sizes = bench.quick ? [500, 1000, 2000] : [1500, 3000, 6000];
    const runs: Run[][] = [];
    for (let round = 0; round < 3; round += 1) {
      const now: Run[] = [];
      for (const messages of sizes)
        now.push(await runJob(nodeJob('stages', writeMailbox(bench.workshop, { messages }).file), Stages));
      runs.push(now);
    }
    const at = (index: number): Run[] => runs.flatMap((now) => now[index] ?? []);
    const largest = at(sizes.length - 1);
    const points = sizes.map((size, index): [number, number] => [size, median(at(index).map(total))]);
    const [, most = 0] = points.at(-1) ?? [];
    const peak = median(largest.map((run) => run.peak));
    return [
      {
        label: 'full extraction, on one core',
        value: (sizes.at(-1) ?? 0) / most,
        unit: 'messages/s',
        budget: { least: 2000 },
        note: note(largest),
      },
      ...STAGES.map(([stage, label]) => stageFigure(label, largest, most, (run) => run.data.seconds[stage])),
      {
        label: 'growth of time with size',
        value: growthExponent(points),
        unit: 'power',
        budget: { most: 1.15 },
        note: `at ${sizes.join(', ')} messages`,
      },
      {
        label: `peak memory at ${sizes.at(-1)} messages`,
        value: peak / 1e6,
        unit: 'MB',
        note: 'the whole archive is held',
      },
    ];
  },
};

function total({ data: { seconds } }: Run): number {
  return seconds.read + seconds.speakers + seconds.extraction;
}

function note(runs: readonly Run[]): string {
  const { messages = 0, positions = 0 } = runs[0]?.data ?? {};
  return `${positions} positions in ${messages} messages`;
}

function stageFigure(label: string, runs: readonly Run[], whole: number, secondsOf: (run: Run) => number): Figure {
  const seconds = median(runs.map(secondsOf));
  const share = `${Math.round((100 * seconds) / whole)} % of the time`;
  return { label, value: (runs[0]?.data.messages ?? 0) / seconds, unit: 'messages/s', note: share };
}
