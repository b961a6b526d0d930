import { z } from 'zod';
import { count } from '../model/count.ts';
import { printable } from '../records/printable.ts';
import type { Sink } from './merge.ts';

/** Prints what `extract --json` prints: the same bytes as for documents that were read whole. */
export function jsonSink(write: (text: string) => void): Sink {
  let messages = 0;
  let positions = 0;
  const startPositions = '],"positions":[';
  return {
    document: (json) => write(`${json}\n`),
    mailbox(name, format) {
      write(`{"document":${JSON.stringify(name)},"format":${JSON.stringify(format)},"messages":[`);
      messages = 0;
      positions = 0;
    },
    message(json) {
      write(messages === 0 ? json : `,${json}`);
      messages += 1;
    },
    positions(json) {
      write(positions === 0 ? `${startPositions}${json}` : `,${json}`);
      positions += 1;
    },
    endMailbox: () => write(positions === 0 ? `${startPositions}]}\n` : ']}\n'),
  };
}

const Told = z.object({
  start: z.object({ line: z.int() }),
  holder: z.string().nullable(),
  stance: z.string(),
  exact: z.string(),
});

/** Prints a summary of each mailbox, a line for each position. */
export function textSink(write: (text: string) => void): Sink {
  let messages = 0;
  let positions = 0;
  return {
    document: () => {},
    mailbox(name, format) {
      write(`${printable(name)}: ${format}, read thread by thread\n`);
      messages = 0;
      positions = 0;
    },
    message() {
      messages += 1;
    },
    positions(json) {
      for (const { start, holder, stance, exact } of z.array(Told).parse(JSON.parse(`[${json}]`))) {
        write(`  ${start.line}: ${printable(holder ?? 'unknown')} ${stance}: ${printable(exact, 100)}\n`);
        positions += 1;
      }
    },
    endMailbox: () => write(`  ${count(messages, 'message')}, ${count(positions, 'position')}\n`),
  };
}
