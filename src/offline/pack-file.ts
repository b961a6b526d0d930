import { sha256 } from '../model/digest.ts';
import { type FileFacts, factsOf } from './check.ts';
import { type PressedEntry, pressEntry } from './zip.ts';

/** The one folder that the archive unpacks into. */
export const TOP = 'precedent';

/** A file of the archive with all that is asked of it. */
export interface PackedFile {
  readonly path: string;
  /** SHA-256 of the file in the site that it was made from; null where it stands in the archive only. */
  readonly digest: string | null;
  /** SHA-256 of the file in the archive. */
  readonly sha256: string;
  readonly facts: FileFacts;
  readonly entry: PressedEntry;
}

/** Does with a file of the folder all that needs no other file: digests it, reads what the check asks, presses it. */
export function packFile(path: string, bytes: Uint8Array, digest: string | null): PackedFile {
  const entry = pressEntry({ path: `${TOP}/${path}`, bytes });
  return { path, digest, sha256: sha256(bytes), facts: factsOf(path, bytes), entry };
}
