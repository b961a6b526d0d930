import { join } from 'node:path';
import { readIfThere, writeFileAtomic } from '../files/write.ts';
import { ADDRESS_LIST, extendAddresses } from './addresses.ts';
import { lineOf } from './line.ts';
import { versionFile } from './read.ts';
import type { Version } from './version.ts';

/**
 * Adds versions to the ends of their files and their addresses to the list. The list comes first: what a kill leaves undone is then
 * done by the next release, which finds the versions that are missing. Returns the files written.
 */
export function writeRelease(root: string, versions: readonly Version[]): string[] {
  const list = readIfThere(join(root, ADDRESS_LIST))?.toString('utf8') ?? '';
  const longer = extendAddresses(list, versions);
  const listed = longer !== list && writeFileAtomic(join(root, ADDRESS_LIST), longer);
  const byFile = Map.groupBy(versions, ({ id }) => versionFile(id));
  const written = [...byFile].filter(([file, added]) => {
    const old = readIfThere(join(root, file))?.toString('utf8') ?? '';
    return writeFileAtomic(join(root, file), old + added.map(lineOf).join(''));
  });
  return [...written.map(([file]) => file), ...(listed ? [ADDRESS_LIST] : [])];
}
