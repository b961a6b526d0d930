import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeDigest } from './code.ts';
import { type Kept, keepOnly, openKept } from './kept.ts';
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts';

/** Where this process keeps a kind, by the version of its code when the process began. */
interface Place {
  readonly folder: string;
  readonly version: string;
  /** Names of the entries that were asked for. */
  readonly asked: Set<string>;
}

/** The project whose code this is. */
const PROJECT = join(import.meta.dirname, '../..');

let found: ReadonlyMap<Kind, Place> | undefined;

/**
 * What this project keeps of a kind from one run to the next: in `node_modules/.cache/precedent`, or in the folder that
 * `PRECEDENT_CACHE` names. Null where nothing is kept: the variable is empty, or the project and what is installed cannot be
 * read.
 */
export function keptOf<T>(kind: Kind): Kept<T> | null {
  const place = places().get(kind);
  return place === undefined ? null : openKept(place.folder, place.version, place.asked);
}

/**
 * Ends a run that has asked for everything the project needs: what it did not ask for is deleted, and so is all that was kept
 * while the code changed, for nobody can say which code made it.
 */
export function sweepKept(): void {
  const now = digests();
  for (const [kind, { folder, version, asked }] of places()) {
    try {
      keepOnly(folder, version, now?.get(kind) === version ? asked : new Set());
    } catch {
      // What cannot be deleted costs room, nothing else.
    }
  }
}

/** Deletes everything that is kept, for it holds words of the sources. Throws where it is there and cannot be deleted. */
export function forgetKept(): void {
  const home = keptFolder();
  if (home === null) return;
  for (const kind of KIND_NAMES) {
    const folder = join(home, kind);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}

/** Where each kind is kept, worked out for all of them when the first is asked for, so that it is the code this process runs. */
function places(): ReadonlyMap<Kind, Place> {
  found ??= findPlaces();
  return found;
}

function findPlaces(): ReadonlyMap<Kind, Place> {
  const home = keptFolder();
  const versions = home === null ? null : digests();
  if (home === null || versions === null) return new Map();
  return new Map(
    [...versions].map(([kind, version]) => [kind, { folder: join(home, kind), version, asked: new Set<string>() }]),
  );
}

/** The version of the code of each kind, or null where it cannot be told. */
function digests(): ReadonlyMap<Kind, string> | null {
  try {
    return new Map(KIND_NAMES.map((kind) => [kind, codeDigest(PROJECT, KINDS[kind].code, KINDS[kind].data)]));
  } catch {
    return null;
  }
}

function keptFolder(): string | null {
  const asked = process.env.PRECEDENT_CACHE;
  if (asked !== undefined) return asked === '' ? null : resolve(asked);
  return join(PROJECT, 'node_modules/.cache/precedent');
}
