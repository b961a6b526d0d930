import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readIfThere, writeFileAtomic } from '../files/write.ts';
import { sha256 } from '../model/digest.ts';

/** What earlier runs made, each thing by a key that names everything it was made from. */
export interface Kept<T> {
  /** What was kept under that key, or null where nothing is that can be trusted. */
  read(key: string): T | null;
  /** Keeps a value that JSON holds whole; where it cannot be written, it is made again next time. */
  write(key: string, value: T): void;
}

/** Length of a seal, SHA-256 in hexadecimal digits. */
const SEAL = 64;

/**
 * Opens what one version of the code has kept: a file for each thing, in a folder named by the version, so that nothing outlives
 * a change of the code; what other versions kept goes with the first file written. An entry begins with the digest of version,
 * key and content: one that is torn, was tampered with or belongs elsewhere counts as absent. Files are written whole, so that
 * two processes may work at once, and a folder that cannot be written to costs time, nothing else.
 *
 * @param folder Holds one folder for each version.
 * @param version Names all that decides what is made from a key: 64 hexadecimal digits.
 * @param asked Is told the name of each entry that was asked for.
 */
export function openKept<T>(folder: string, version: string, asked: Set<string> = new Set()): Kept<T> {
  const home = join(folder, version);
  let tidied = false;
  return {
    read(key) {
      const name = nameOf(key);
      asked.add(name);
      try {
        const bytes = readIfThere(join(home, name));
        if (bytes === null || bytes.toString('latin1', 0, SEAL) !== sealOf(version, name, bytes.subarray(SEAL)))
          return null;
        return JSON.parse(bytes.toString('utf8', SEAL));
      } catch {
        return null;
      }
    },
    write(key, value) {
      const name = nameOf(key);
      asked.add(name);
      try {
        if (!tidied) forgetOthers(home);
        tidied = true;
        const content = Buffer.from(JSON.stringify(value));
        writeFileAtomic(join(home, name), Buffer.concat([Buffer.from(sealOf(version, name, content)), content]));
      } catch {
        // Too large for one text, no room, no permission: then it is not kept.
      }
    },
  };
}

/** The file of an entry. Whatever a key says, its name is 64 hexadecimal digits and leads nowhere. */
function nameOf(key: string): string {
  return `${sha256(key)}.json`;
}

function sealOf(version: string, name: string, content: Uint8Array): string {
  return createHash('sha256').update(`${version}\n${name}\n`).update(content).digest('hex');
}

/** Deletes what other versions kept: nobody asks for it again. */
function forgetOthers(home: string): void {
  const folder = dirname(home);
  for (const name of namesIn(folder)) {
    const other = join(folder, name);
    if (/^[0-9a-f]{64}$/.test(name) && other !== home) rmSync(other, { recursive: true, force: true });
  }
}

/** Deletes every entry of a version but those named. */
export function keepOnly(folder: string, version: string, asked: ReadonlySet<string>): void {
  for (const name of namesIn(join(folder, version))) {
    if (!asked.has(name)) rmSync(join(folder, version, name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
