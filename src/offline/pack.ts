import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileFacts } from './check.ts';
import { folderPaths, START, START_PAGE } from './folder.ts';
import { type PackedFile, packFile, TOP } from './pack-file.ts';
import type { Order, Packed } from './packer.ts';

/** More threads than this would wait for the disk. */
const MOST_THREADS = 4;
/** Files that are packed in less time than another thread needs to start. */
const A_THREAD = 300;
/** A thread works on one file at a time; without a limit it would grow as far as the machine lets it. */
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/**
 * Packs the files of a built site that work from a folder, with a page to begin at and a list of digests, and hands them over in
 * order of their paths, the digests last. Threads do it, one file at a time: beside what is left of rendering, in a heap of a
 * gigabyte, pressing took more than twice the processor time. The pressed bytes wait on the disk until it is their turn, and are
 * gone when `use` has come to its end. The same files come of any number of threads. Rejects with the error of the first thread
 * that fails.
 *
 * @param dist The folder of the built site.
 * @param base The path under which the site is served, such as `/`.
 */
export async function packFolder<Used>(
  dist: string,
  base: string,
  use: (files: readonly PackedFile[]) => Used,
  most = Math.min(MOST_THREADS, availableParallelism()),
): Promise<Used> {
  const paths = folderPaths(dist);
  const threads = Math.min(most, Math.ceil(paths.length / A_THREAD));
  const parts = Array.from({ length: threads }, (_, index) => join(dist, `.packed-${index}`));
  const opened: number[] = [];
  try {
    const same = interned();
    const packed = await Promise.all(
      parts.map(async (part, index) => {
        const share = paths.filter((_, nth) => nth % threads === index);
        const files = await inThread({ dist, base, paths: share, part }, same);
        const file = openSync(part, 'r');
        opened.push(file);
        return files.map((one) => fromPart(one, file));
      }),
    );
    const start = packFile(START_PAGE, Buffer.from(START));
    const files = [...packed.flat(), start].sort((a, b) => (a.path < b.path ? -1 : 1));
    const sums = files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
    return use([...files, packFile('SHA256SUMS', Buffer.from(sums))]);
  } finally {
    for (const file of opened) closeSync(file);
    for (const part of parts) rmSync(part, { force: true });
  }
}

function inThread(order: Order, same: (text: string) => string): Promise<Packed[]> {
  const worker = new Worker(new URL('packer.ts', import.meta.url), { workerData: order, resourceLimits: HEAP });
  return new Promise((resolve, reject) => {
    const packed: Packed[] = [];
    worker.on('message', (file: Packed) => packed.push({ ...file, facts: sharing(file.facts, same) }));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve(packed) : reject(new Error(`a packing thread ended with ${code}`)),
    );
  });
}

function fromPart({ path, sha256, facts, pressed, offset }: Packed, file: number): PackedFile {
  const data = (): Uint8Array => {
    const bytes = Buffer.alloc(pressed.length);
    if (readSync(file, bytes, 0, pressed.length, offset) < pressed.length)
      throw new Error(`${path} was cut while it was packed`);
    return bytes;
  };
  return { path, sha256, facts, entry: { path: `${TOP}/${path}`, ...pressed, data } };
}

/** Pages link to the same places and have the same anchors; what comes from a thread is a copy each time, until it has passed here. */
function sharing({ faults, page }: FileFacts, same: (text: string) => string): FileFacts {
  return { faults, page: page && { ids: page.ids.map(same), links: page.links.map(same) } };
}

/** Gives for equal texts the same one. */
function interned(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text) ?? text;
    known.set(text, first);
    return first;
  };
}
