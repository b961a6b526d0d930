import { spawnSync } from 'node:child_process';
import { gzipSync, zstdCompressSync } from 'node:zlib';

/** A way to pack, for tests. */
export interface Packer {
  readonly name: string;
  readonly pack: (data: string | Uint8Array) => Buffer;
}

/** Every packing that this machine has: gzip and zstd, and bzip2 and xz where the programs are installed. */
export function packings(): Packer[] {
  const programs = ['bzip2', 'xz'].filter((name) => spawnSync(name, ['--help']).error === undefined);
  return [
    { name: 'gzip', pack: (data) => gzipSync(data) },
    { name: 'zstd', pack: (data) => zstdCompressSync(data) },
    ...programs.map((name): Packer => ({ name, pack: (data) => spawnSync(name, ['-c'], { input: data }).stdout })),
  ];
}
