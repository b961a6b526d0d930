import { writeSync } from 'node:fs';
import { EXIT } from './exit.ts';

const OUT = 1;
/** Milliseconds to wait for a reader that is busy: short at first, for a pipe holds what most read in a tenth of that. */
const PAUSE = { first: 0.05, longest: 4 };
const clock = new Int32Array(new SharedArrayBuffer(4));

/**
 * Prints on standard output and comes back when all of it has been taken. `process.stdout.write` keeps what a slow reader has not
 * taken yet, which is as much as the output is long: seven gigabytes for a large mailbox. Where the reader has gone (`| head`)
 * the process ends as done.
 */
export function print(text: string): void {
  const bytes = Buffer.from(text);
  let pause = PAUSE.first;
  for (let at = 0; at < bytes.byteLength; ) {
    try {
      at += writeSync(OUT, bytes, at);
      pause = PAUSE.first;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EPIPE') process.exit(EXIT.ok);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(clock, 0, 0, pause);
      pause = Math.min(2 * pause, PAUSE.longest);
    }
  }
}
