import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileFacts } from './check.ts';
import { folderFile } from './folder.ts';
import { packFile } from './pack-file.ts';
import type { PressedFacts } from './zip.ts';

/** What a packing thread is given; made by `pack.ts` of the same process, so it is no outside data. */
export interface Order {
  readonly dist: string;
  readonly base: string;
  readonly paths: readonly string[];
  /** The file that takes the pressed bytes, one file after the other. */
  readonly part: string;
}

/** What it says of each file, in the order of its paths. */
export interface Packed {
  readonly path: string;
  readonly sha256: string;
  readonly facts: FileFacts;
  readonly pressed: PressedFacts;
  /** Where its pressed bytes begin in the part. */
  readonly offset: number;
}

const { dist, base, paths, part }: Order = workerData;
const out = openSync(part, 'w');
let offset = 0;
for (const path of paths) {
  const { sha256, facts, entry } = packFile(path, folderFile(path, readFileSync(join(dist, path)), base));
  const { data, method, size, length, crc } = entry;
  parentPort?.postMessage({ path, sha256, facts, pressed: { method, size, length, crc }, offset } satisfies Packed);
  writeFileSync(out, data());
  offset += length;
}
closeSync(out);
