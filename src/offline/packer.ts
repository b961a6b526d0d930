import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { sha256 } from '../model/digest.ts';
import type { FileFacts } from './check.ts';
import { folderFile } from './folder.ts';
import { packFile } from './pack-file.ts';
import type { PressedFacts } from './zip.ts';

/** What a packing thread is given; made by `pack.ts` of the same process, so it is no outside data. */
export interface Order {
  readonly dist: string;
  readonly base: string;
  /** Each file with the digest of what was packed under its path before, or null. */
  readonly files: readonly (readonly [path: string, before: string | null])[];
  /** The file that takes the pressed bytes, one file after the other. */
  readonly part: string;
}

/** What it says of a file that was not packed before. */
export interface Packed {
  readonly path: string;
  readonly digest: string;
  readonly sha256: string;
  readonly facts: FileFacts;
  readonly pressed: PressedFacts;
  /** Where its pressed bytes begin in the part. */
  readonly offset: number;
}

/** What it says of each file, in their order: of one that was packed before its path alone. */
export type Said = Packed | string;

const { dist, base, files, part }: Order = workerData;
const say = (said: Said): void => parentPort?.postMessage(said);
const out = openSync(part, 'w');
let offset = 0;
for (const [path, before] of files) {
  const bytes = readFileSync(join(dist, path));
  const digest = sha256(bytes);
  if (digest === before) {
    say(path);
    continue;
  }
  const { facts, entry, ...packed } = packFile(path, folderFile(path, bytes, base), digest);
  const { data, method, size, length, crc } = entry;
  say({ path, digest, sha256: packed.sha256, facts, pressed: { method, size, length, crc }, offset });
  writeFileSync(out, data());
  offset += length;
}
closeSync(out);
