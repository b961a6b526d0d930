import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  mkdirSync(dirname(path), { recursive: true });
  const neighbour = `${path}.${process.pid}.part`;
  try {
    writeFileSync(neighbour, bytes);
    renameSync(neighbour, path);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
  return true;
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
