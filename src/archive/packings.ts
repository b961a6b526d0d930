import { spawn, spawnSync } from 'node:child_process';
import { closeSync, createReadStream, openSync } from 'node:fs';
import type { Transform } from 'node:stream';
import { constants, createGunzip, createZstdDecompress, gunzipSync, zstdDecompressSync } from 'node:zlib';

/** How a file is packed: told by its first bytes, and unpacked as it is read. */
export interface Packing {
  readonly name: string;
  readonly magic: readonly number[];
  /** The unpacked beginning of a file whose packed beginning is `start`, at most `most` bytes of it. Throws where there is none. */
  readonly head: (start: Buffer, file: string, most: number) => Buffer;
  /** The unpacked bytes of a file, in memory that does not grow with it. Rejects where the data is damaged. */
  readonly chunks: (file: string) => AsyncGenerator<Uint8Array>;
}

/** gzip (RFC 1952), zstd (RFC 8878), bzip2 and xz; the last two are unpacked by the programs of their names. */
export const PACKINGS: readonly Packing[] = [
  {
    name: 'gzip',
    magic: [0x1f, 0x8b],
    head: (start, _, most) => gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most }),
    chunks: (file) => through(file, createGunzip()),
  },
  {
    name: 'zstd',
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    head: (start, _, most) => zstdDecompressSync(start, { finishFlush: constants.ZSTD_e_flush, maxOutputLength: most }),
    chunks: (file) => through(file, createZstdDecompress()),
  },
  program('bzip2', [0x42, 0x5a, 0x68]),
  program('xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
];

/** The packing that begins with these bytes; null where none does. */
export function packingOf(start: Uint8Array): Packing | null {
  return PACKINGS.find(({ magic }) => magic.every((byte, index) => start[index] === byte)) ?? null;
}

/** The bytes of a file as they stand in it. */
export async function* plainChunks(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

async function* through(file: string, unpacking: Transform): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(file, { highWaterMark: 1 << 20 });
  packed.on('error', (error) => unpacking.destroy(error));
  try {
    for await (const chunk of packed.pipe(unpacking)) if (chunk instanceof Uint8Array) yield chunk;
  } finally {
    packed.destroy();
  }
}

/** A packing undone by a program that is given the open file as its standard input: no shell, no file name. */
function program(name: string, magic: readonly number[]): Packing {
  return {
    name,
    magic,
    head: (_, file, most) =>
      withOpen(file, (input) => {
        // It is stopped when it has said enough.
        const { stdout, error } = spawnSync(name, ['-dc'], { stdio: [input, 'pipe', 'ignore'], maxBuffer: most });
        if (error !== undefined && !(Buffer.isBuffer(stdout) && stdout.length > 0)) throw error;
        return stdout;
      }),
    async *chunks(file) {
      const child = withOpen(file, (input) => spawn(name, ['-dc'], { stdio: [input, 'pipe', 'pipe'] }));
      let said = '';
      child.stderr?.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString('utf8')).slice(0, 200);
      });
      const ended = new Promise<number | null>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
      });
      // Told below, or of no interest any more.
      ended.catch(() => {});
      try {
        for await (const chunk of child.stdout ?? []) if (chunk instanceof Uint8Array) yield chunk;
        if ((await ended) !== 0) throw new Error(said.trim().split('\n')[0] ?? '');
      } finally {
        child.kill();
      }
    },
  };
}

function withOpen<T>(file: string, use: (input: number) => T): T {
  const input = openSync(file, 'r');
  try {
    return use(input);
  } finally {
    closeSync(input);
  }
}
