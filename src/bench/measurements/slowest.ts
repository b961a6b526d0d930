import { z } from 'zod';
import { writeMailbox } from '../corpus/mailbox.ts';
import { nodeJob, runJob } from '../job.ts';
import type { Measurement } from '../measurement.ts';

const Slowest = z.object({ listed: z.number(), giant: z.number() });

/** The message that takes longest, from bytes to positions, in processor time. */
export const slowest: Measurement = {
  name: 'slowest-message',
  what: 'the longest that one message takes, from bytes to positions',
  run: async (bench) => {
    const { file } = writeMailbox(bench.workshop, { messages: 2000 });
    const { data } = await runJob(nodeJob('slowest', file), Slowest);
    const budget = { most: 1 };
    return [
      { label: 'slowest of 2,000 messages', value: data.listed, unit: 's', budget },
      { label: 'one of 66,000 quoted lines', value: data.giant, unit: 's', budget },
    ];
  },
};
