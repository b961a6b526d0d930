import { closeSync, openSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileFacts } from './check.ts';
import { readerOf } from './earlier.ts';
import { folderPaths, START, START_PAGE } from './folder.ts';
import { type PackedFile, packFile, TOP } from './pack-file.ts';
import type { Order, Packed, Said } from './packer.ts';

/** More threads than this would wait for the disk. */
const MOST_THREADS = 4;
/** Files that are packed in less time than another thread needs to start. */
const A_THREAD = 300;
/** A thread works on one file at a time; without a limit it would grow as far as the machine lets it. */
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** What may be set about packing. */
export interface Packing {
  /** How many threads there may be. */
  readonly threads?: number;
  /** Files packed before: one whose digest in the site is still the same is taken over. */
  readonly before?: ReadonlyMap<string, PackedFile> | undefined;
}

/**
 * Packs the files of a built site that work from a folder, with a page to begin at and a list of digests, and hands them over in
 * order of their paths, the digests last. Threads do it, one file at a time: beside what is left of rendering, in a heap of a
 * gigabyte, pressing took more than twice the processor time. The pressed bytes wait on the disk until it is their turn, and are
 * gone when `use` has come to its end. The same files come of any number of threads, packed before or not. Rejects with the error
 * of the first thread that fails.
 *
 * @param dist The folder of the built site.
 * @param base The path under which the site is served, such as `/`.
 */
export async function packFolder<Used>(
  dist: string,
  base: string,
  use: (files: readonly PackedFile[]) => Used,
  { threads: most = Math.min(MOST_THREADS, availableParallelism()), before }: Packing = {},
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
        const files = share.map((path) => [path, before?.get(path)?.digest ?? null] as const);
        const said = await inThread({ dist, base, files, part }, same);
        const file = openSync(part, 'r');
        opened.push(file);
        return said.flatMap((one) => (typeof one === 'string' ? (before?.get(one) ?? []) : fromPart(one, file)));
      }),
    );
    const start = packFile(START_PAGE, Buffer.from(START), null);
    const files = [...packed.flat(), start].sort((a, b) => (a.path < b.path ? -1 : 1));
    const sums = files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
    return use([...files, packFile('SHA256SUMS', Buffer.from(sums), null)]);
  } finally {
    for (const file of opened) closeSync(file);
    for (const part of parts) rmSync(part, { force: true });
  }
}

function inThread(order: Order, same: (text: string) => string): Promise<Said[]> {
  const worker = new Worker(new URL('packer.ts', import.meta.url), { workerData: order, resourceLimits: HEAP });
  return new Promise((resolve, reject) => {
    const all: Said[] = [];
    worker.on('message', (said: Said) =>
      all.push(typeof said === 'string' ? said : { ...said, facts: sharing(said.facts, same) }),
    );
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve(all) : reject(new Error(`a packing thread ended with ${code}`)),
    );
  });
}

function fromPart({ path, digest, sha256, facts, pressed, offset }: Packed, file: number): PackedFile {
  const read = readerOf(file);
  const data = (): Uint8Array => read(offset, pressed.length);
  return { path, digest, sha256, facts, entry: { path: `${TOP}/${path}`, ...pressed, data } };
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
