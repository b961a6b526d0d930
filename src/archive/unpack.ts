import { spawnSync } from 'node:child_process';
import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Problem } from '../model/message.ts';
import { PrecedentError } from '../model/problem.ts';

/** Unpacked input larger than this is refused: it would not fit into one piece of memory. */
const LARGEST = 2_000_000_000;
/**
 * A small file must not fill the memory either: beyond `HARMLESS` bytes, data that grows more than `GROWTH` times is refused.
 * Mail grows four to ten times; only a bomb grows a hundred times and to that size.
 */
export const HARMLESS = 64_000_000;
export const GROWTH = 100;

function mostFor(bytes: Uint8Array): number {
  return Math.min(LARGEST, Math.max(HARMLESS, bytes.byteLength * GROWTH));
}
/** An archive packed more often than this is refused. */
const DEEPEST = 4;

export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

interface Packing {
  readonly name: string;
  readonly magic: readonly number[];
  readonly unpack: (bytes: Uint8Array, name: string) => Unpacked;
}

/** The packings, by the bytes with which they begin. */
const PACKINGS: readonly Packing[] = [
  { name: 'gzip', magic: [0x1f, 0x8b], unpack: gunzip },
  { name: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd], unpack: unzstd },
  { name: 'bzip2', magic: [0x42, 0x5a, 0x68], unpack: (bytes, name) => withProgram('bzip2', bytes, name) },
  { name: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], unpack: (bytes, name) => withProgram('xz', bytes, name) },
];

/**
 * Unpacks gzip (RFC 1952, also several members), zstd (RFC 8878), bzip2 and xz, told by content and not by name, as often as
 * they are nested. Of a damaged file what can be had is given, with a problem. bzip2 and xz need the programs of that name.
 *
 * Throws a PrecedentError `unpack-failed` where nothing can be had.
 */
export function unpack(bytes: Uint8Array, name: string): Unpacked {
  let current: Unpacked = { bytes, problems: [] };
  for (let depth = 0; ; depth += 1) {
    const packing = PACKINGS.find(({ magic }) => magic.every((byte, index) => current.bytes[index] === byte));
    if (packing === undefined) return current;
    if (depth === DEEPEST) throw failed(name, `is packed more than ${DEEPEST} times`, 'unpack it by hand');
    const next = packing.unpack(current.bytes, name);
    current = { bytes: next.bytes, problems: [...current.problems, ...next.problems] };
  }
}

function gunzip(bytes: Uint8Array, name: string): Unpacked {
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: mostFor(bytes) }), problems: [] };
  } catch (error) {
    return rescued(error, name, 'gzip', () =>
      gunzipSync(bytes, { maxOutputLength: mostFor(bytes), finishFlush: constants.Z_SYNC_FLUSH }),
    );
  }
}

function unzstd(bytes: Uint8Array, name: string): Unpacked {
  try {
    return { bytes: zstdDecompressSync(bytes, { maxOutputLength: mostFor(bytes) }), problems: [] };
  } catch (error) {
    return rescued(error, name, 'zstd', () =>
      zstdDecompressSync(bytes, { maxOutputLength: mostFor(bytes), finishFlush: constants.ZSTD_e_flush }),
    );
  }
}

/** A second try that takes what comes before the damage. */
function rescued(error: unknown, name: string, packing: string, again: () => Uint8Array): Unpacked {
  if (hasCode(error, 'ERR_BUFFER_TOO_LARGE')) throw tooLarge(name);
  const why = error instanceof Error ? error.message : String(error);
  try {
    const bytes = again();
    if (bytes.length > 0) return { bytes, problems: [damaged(packing, why)] };
  } catch {
    // The first error says more.
  }
  throw failed(name, `cannot be unpacked as ${packing}: ${why}`, 'fetch the file again');
}

/** Unpacks with a program, given the bytes on its standard input; no shell, no file name. */
function withProgram(program: string, bytes: Uint8Array, name: string): Unpacked {
  const { stdout, stderr, status, error } = spawnSync(program, ['-dc'], { input: bytes, maxBuffer: mostFor(bytes) });
  if (hasCode(error, 'ENOBUFS')) throw tooLarge(name);
  if (hasCode(error, 'ENOENT')) {
    throw failed(
      name,
      `is packed with ${program}, which is not installed`,
      `install ${program}, or unpack the file first`,
    );
  }
  const why = error?.message ?? stderr.toString('utf8').trim().split('\n')[0] ?? '';
  if (stdout.length === 0) throw failed(name, `cannot be unpacked as ${program}: ${why}`, 'fetch the file again');
  return { bytes: stdout, problems: status === 0 ? [] : [damaged(program, why)] };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The error of data that is a bomb. */
export function tooLarge(name: string): PrecedentError {
  return failed(name, 'grows beyond all measure when it is unpacked', 'unpack it by hand if you trust it');
}

/** Says that packed data ended before its time. */
export function damaged(packing: string, why: string): Problem {
  return { code: 'unpack-damaged', message: `the ${packing} data is damaged (${why}); what comes before was read` };
}

function failed(name: string, what: string, mend: string): PrecedentError {
  return new PrecedentError({ code: 'unpack-failed', what: `the document ${what}`, where: { file: name }, mend });
}
