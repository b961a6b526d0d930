import { writeSync } from 'node:fs';
import { EXIT } from './exit.ts';

const OUT = 1;
/** Milliseconds to wait for a reader that is busy. */
const PAUSE = 2;

/**
 * Prints on standard output and comes back when all of it has been taken. `process.stdout.write` keeps what a slow reader has not
 * taken yet, which is as much as the output is long: seven gigabytes for a large mailbox. Where the reader has gone (`| head`)
 * the process ends as done.
 */
export function print(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.byteLength; ) {
    try {
      at += writeSync(OUT, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EPIPE') process.exit(EXIT.ok);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
