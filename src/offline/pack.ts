import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { folderPaths, START, START_PAGE } from './folder.ts';
import { type PackedFile, packFile } from './pack-file.ts';
import type { Order } from './packer.ts';

/** More threads than this would wait for the disk. */
const MOST_THREADS = 4;
/** Files that are packed in less time than another thread needs to start. */
const A_THREAD = 300;

/**
 * Packs the files of a built site that work from a folder, with a page to begin at and a list of digests. Threads do it, one
 * file at a time: beside what is left of rendering, in a heap of a gigabyte, pressing took more than twice the processor time.
 * The same files come of any number of threads, in order of their paths, the digests last. Rejects with the error of the first
 * thread that fails.
 *
 * @param dist The folder of the built site.
 * @param base The path under which the site is served, such as `/`.
 */
export async function packFolder(
  dist: string,
  base: string,
  most = Math.min(MOST_THREADS, availableParallelism()),
): Promise<PackedFile[]> {
  const paths = folderPaths(dist);
  const threads = Math.min(most, Math.ceil(paths.length / A_THREAD));
  const shares = Array.from({ length: threads }, (_, index) => paths.filter((_, nth) => nth % threads === index));
  const packed = await Promise.all(shares.map((share) => inThread({ dist, base, paths: share })));
  const start = packFile(START_PAGE, Buffer.from(START));
  const files = [...packed.flat(), start].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sums = files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
  return [...files, packFile('SHA256SUMS', Buffer.from(sums))];
}

function inThread(order: Order): Promise<PackedFile[]> {
  const worker = new Worker(new URL('packer.ts', import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    const packed: PackedFile[] = [];
    worker.on('message', (file: PackedFile) => packed.push(file));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve(packed) : reject(new Error(`a packing thread ended with ${code}`)),
    );
  });
}
