import { sha256 } from '../model/digest.ts';
import { type FileFacts, factsOf } from './check.ts';
import { type PressedEntry, pressEntry } from './zip.ts';

/** The one folder that the archive unpacks into. */
export const TOP = 'precedent';

/** A file of the archive with all that is asked of it. */
export interface PackedFile {
  readonly path: string;
  readonly sha256: string;
  readonly facts: FileFacts;
  readonly entry: PressedEntry;
}

/** Does with a file of the folder all that needs no other file: digests it, reads what the check asks, presses it. */
export function packFile(path: string, bytes: Uint8Array): PackedFile {
  const entry = pressEntry({ path: `${TOP}/${path}`, bytes });
  return { path, sha256: sha256(bytes), facts: factsOf(path, bytes), entry };
}
