import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { writeMailbox } from '../corpus/mailbox.ts';
import { type JobResult, nodeJob, runJob } from '../job.ts';
import { type Bench, type Figure, type Measurement, median, skipped } from '../measurement.ts';

const Read = z.object({ messages: z.int(), characters: z.int(), plain: z.int() });
type Run = JobResult<z.infer<typeof Read>>;

const PYTHON = { program: 'python3', args: [fileURLToPath(new URL('../jobs/read_mailbox.py', import.meta.url))] };

/** Reading a mailbox, alone and with threads and speakers, beside Python's standard library on the same file. */
export const reading: Measurement = {
  name: 'reading',
  what: "reading a mailbox, beside Python's mailbox and email",
  run: async (bench) => {
    const { file, bytes } = writeMailbox(bench.workshop, { messages: bench.quick ? 2000 : 4000 });
    const python = spawnSync('python3', ['-c', 'import mailbox, email']).status === 0;
    const runs: { read: Run; attributed: Run; python: Run | null }[] = [];
    // Side by side, so that whatever else the machine does falls on all of them.
    for (let round = 0; round < (bench.quick ? 2 : 3); round += 1) {
      runs.push({
        read: await runJob(nodeJob('read-mailbox', file), Read),
        attributed: await runJob(nodeJob('read-mailbox', file, 'attribute'), Read),
        python: python ? await runJob({ ...PYTHON, args: [...PYTHON.args, file] }, Read) : null,
      });
    }
    const read = runs.map((run) => run.read);
    const attributed = runs.map((run) => run.attributed);
    const messages = read[0]?.data.messages ?? 0;
    const plain = read[0]?.data.plain ?? 0;
    return [
      ...speeds('reading', read, messages, bytes),
      ...speeds('reading, threads and speakers', attributed, messages, bytes),
      ...ratios(runs),
      {
        label: 'mail read by our own reader',
        value: 100,
        unit: '%',
        budget: { least: 95 },
        note: 'no mail takes another way',
      },
      { label: 'of it with no encoding to undo', value: (100 * plain) / messages, unit: '%' },
    ];
  },
};

function speeds(label: string, runs: readonly Run[], messages: number, bytes: number): Figure[] {
  const seconds = median(runs.map((run) => run.seconds));
  const processor = median(runs.map((run) => run.processor));
  return [
    {
      label,
      value: messages / seconds,
      unit: 'messages/s',
      note: `${Math.round(messages / processor)} a processor second`,
    },
    {
      label,
      value: bytes / 1e6 / seconds,
      unit: 'MB/s',
      note: `${(bytes / 1e6 / processor).toFixed(1)} a processor second`,
    },
  ];
}

function ratios(runs: readonly { read: Run; attributed: Run; python: Run | null }[]): Figure[] {
  const labels = { read: 'reading, against Python', attributed: 'with threads and speakers, against Python' };
  const beside = runs.flatMap(({ python, ...ours }) => (python === null ? [] : [{ python, ...ours }]));
  if (beside.length === 0) return Object.values(labels).map((label) => skipped(label, 'there is no python3'));
  return (['read', 'attributed'] as const).map((side) => {
    const ratio = median(beside.map((run) => run.python.seconds / run[side].seconds));
    const processor = median(beside.map((run) => run.python.processor / run[side].processor));
    const budget = { least: side === 'read' ? 2.5 : 0.8 };
    return {
      label: labels[side],
      value: ratio,
      unit: '×',
      budget,
      note: `${processor.toFixed(1)} × by processor time`,
    };
  });
}

const MEGABYTE = 1_000_000;

/** Peak memory of reading a mailbox as it comes in: it must not grow with the mailbox. */
export const readingMemory: Measurement = {
  name: 'reading-memory',
  what: 'the memory that reading takes, by the size of the mailbox',
  run: async (bench) => {
    const figures: Figure[] = [];
    for (const size of bench.quick ? [80] : [80, 800]) figures.push(await memoryAt(bench, size));
    return figures;
  },
};

async function memoryAt(bench: Bench, size: number): Promise<Figure> {
  const { file } = writeMailbox(bench.workshop, { bytes: size * MEGABYTE });
  const { peak, data, seconds } = await runJob(nodeJob('read-mailbox', file), Read);
  const note = `${data.messages} messages in ${seconds.toFixed(1)} s`;
  return { label: `peak memory at ${size} MB`, value: peak / MEGABYTE, unit: 'MB', budget: { most: 300 }, note };
}
