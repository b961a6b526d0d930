import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { PrecedentError } from '../model/problem.ts';

/**
 * Writes a file whole or not at all: to a neighbour first, then renamed over the target (POSIX rename is atomic), so that a
 * kill leaves either the old bytes or the new. Writes nothing when the bytes are the same. Returns whether it wrote.
 */
export function writeFileAtomic(path: string, data: string | Uint8Array): boolean {
  const bytes =
    typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (readIfThere(path)?.equals(bytes)) return false;
  wholeOrNot(path, (neighbour) => writeFileSync(neighbour, bytes));
  return true;
}

/** Lets `write` make a neighbour of a file and renames that over it; what `write` throws leaves the old file, and no neighbour. */
function wholeOrNot(path: string, write: (neighbour: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const neighbour = `${path}.${process.pid}.part`;
  try {
    write(neighbour);
    renameSync(neighbour, path);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}

/**
 * Writes a file piece by piece, for one that is larger than what should be held, whole or not at all as `writeFileAtomic` does.
 * Returns its bytes and their SHA-256 in hexadecimal digits. Throws what `pieces` throws, and leaves the old file then.
 */
export function writePieces(
  path: string,
  pieces: Iterable<Uint8Array>,
): { readonly bytes: number; readonly sha256: string } {
  const digest = createHash('sha256');
  let bytes = 0;
  wholeOrNot(path, (neighbour) => {
    const file = openSync(neighbour, 'w');
    try {
      for (const piece of pieces) {
        for (let written = 0; written < piece.byteLength; ) written += writeSync(file, piece, written);
        digest.update(piece);
        bytes += piece.byteLength;
      }
    } finally {
      closeSync(file);
    }
  });
  return { bytes, sha256: digest.digest('hex') };
}

/** Reads a file, or gives null where there is none. Other errors are thrown. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Resolves a name inside a folder and refuses one that leads out of it (`../`, an absolute path, a NUL).
 * Throws a PrecedentError `path-outside`.
 */
export function pathInside(folder: string, name: string): string {
  const root = resolve(folder);
  const path = resolve(root, name);
  if (name.includes('\0') || !path.startsWith(root + sep)) {
    throw new PrecedentError({
      code: 'path-outside',
      what: `${JSON.stringify(name)} leads out of its folder`,
      where: { file: relative(process.cwd(), root) || '.' },
      mend: 'give a name inside the folder',
    });
  }
  return path;
}
