import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../model/digest.ts';

/** What is installed, each package with its version and digest: npm keeps this list beside the packages. */
const INSTALLED = 'node_modules/.package-lock.json';

/** A module of our own that another names, whatever it takes of it, types too: rather one too many than one too few. */
const IMPORT = /\b(?:from|import)\b\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g;

/**
 * Digests everything that decides what a module makes of its arguments: its file and those of all modules it reaches, data that
 * they read, the packages installed, and Node with its V8, Unicode and time zones. Throws where one of them cannot be read.
 *
 * @param project The folder of the project.
 * @param entry The module, relative to the project.
 * @param data Files that the modules read instead of importing them.
 */
export function codeDigest(project: string, entry: string, data: readonly string[] = []): string {
  const digests = [...modulesOf(project, entry), ...data, INSTALLED]
    .sort()
    .map((file) => [file, sha256(readFileSync(join(project, file)))]);
  return sha256(JSON.stringify([process.arch, process.platform, process.versions, digests]));
}

/** The files of a module and of all of our own that it reaches, relative to the project. */
export function modulesOf(project: string, entry: string): readonly string[] {
  const files = new Set([entry]);
  for (const file of files) {
    if (!file.endsWith('.ts')) continue;
    for (const [, , path = ''] of readFileSync(join(project, file), 'utf8').matchAll(IMPORT))
      files.add(join(dirname(file), path));
  }
  return [...files];
}
