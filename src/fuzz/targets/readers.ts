import { gzipSync } from 'node:zlib';
import { READERS, readArchive } from '../../archive/index.ts';
import { Instant } from '../../model/primitives.ts';
import { PrecedentError } from '../../model/problem.ts';
import { documents } from '../inputs.ts';
import { SEEDS } from '../seeds.ts';
import { bytesOf, must, type Target } from '../target.ts';

/** Refusals that a reader may answer with. */
const REFUSALS = new Set(['format-unknown', 'unpack-failed']);

/** Every archive format: a document of it, changed until it is hardly one, is read or refused, and read alike twice. */
export const readers: readonly Target[] = SEEDS.map(({ format, seeds, pieces }) => ({
  name: `read-${format}`,
  takes: `the reader of ${format}`,
  inputs: documents(seeds, pieces),
  check: (input) => {
    const first = readOrRefused(bytesOf(input));
    const again = readOrRefused(bytesOf(input));
    must(JSON.stringify(first) === JSON.stringify(again), 'read twice, it is not the same');
  },
}));

/** Packed documents, broken in any place. */
export const packed: Target = {
  name: 'unpack',
  takes: 'gzip, broken in any place',
  inputs: documents(
    SEEDS.slice(0, 3).map(({ seeds }) => gzipSync(Buffer.from(seeds[0] ?? '')).toString('latin1')),
    ['\x1f\x8b\x08', 'BZh9', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd', 'PK\x03\x04'],
  ),
  check: (input) => {
    readOrRefused(bytesOf(input));
  },
};

/** Reads a document and holds the result to what every reader promises; null where it is refused in the foreseen way. */
function readOrRefused(bytes: Uint8Array): ReturnType<typeof readArchive> | null {
  try {
    const archive = readArchive(bytes, 'fuzz');
    must(
      READERS.some(({ format }) => format === archive.format),
      `no reader ${archive.format}`,
    );
    for (const { id, date, lines } of archive.messages) {
      must(id !== '', 'a message without an id');
      must(date === null || Instant.safeParse(date).success, `a date ${date}`);
      for (const { number, text } of lines) {
        must(Number.isInteger(number) && number >= 1, `a line of the number ${number}`);
        must(!text.includes('\n'), 'a line that is two');
      }
    }
    for (const { code, message, line } of archive.problems) {
      must(code !== '' && message !== '', 'a problem without a word');
      must(line === undefined || line >= 1, `a problem on line ${line}`);
    }
    return archive;
  } catch (error) {
    if (error instanceof PrecedentError && REFUSALS.has(error.finding.code)) return null;
    throw error;
  }
}
