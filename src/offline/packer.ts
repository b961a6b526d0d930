import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { folderFile } from './folder.ts';
import { packFile } from './pack-file.ts';

/** What a packing thread is given; made by `pack.ts` of the same process, so it is no outside data. */
export interface Order {
  readonly dist: string;
  readonly base: string;
  readonly paths: readonly string[];
}

const { dist, base, paths }: Order = workerData;
for (const path of paths) {
  const packed = packFile(path, folderFile(path, readFileSync(join(dist, path)), base));
  parentPort?.postMessage(packed, [packed.entry.data.buffer]);
}
