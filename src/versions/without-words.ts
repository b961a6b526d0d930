import { join } from 'node:path';
import { readIfThere, writeFileAtomic } from '../files/write.ts';
import { lineOf } from './line.ts';
import { versionFile } from './read.ts';
import { Version } from './version.ts';

/**
 * A version without anything anybody said in it: not in what changed, and not in its title, which names a person and a stance.
 * Id, number, day and digest stay.
 */
export function withoutWords(version: Version): Version {
  const { id, changes } = version;
  return {
    ...version,
    title: id,
    changes: changes.map((change) => (KEPT.has(change.kind) ? change : { kind: change.kind, text: change.kind })),
    substance: version.substance.kind === 'gone' ? version.substance : { kind: 'removed' },
  };
}

/** What these say is the editors' word, not a quotation. */
const KEPT: ReadonlySet<string> = new Set(['withdrawn', 'restored', 'moved', 'outcome', 'positions']);

/**
 * Takes the words of ids out of their released versions: the one change that a released line may see. It is for words that may
 * not be kept at all; say in `content/redirects.yaml` what became of the ids, else verification takes the lines for broken.
 *
 * @returns The files written. Throws where a file holds a line that is no version.
 */
export function removeWords(root: string, ids: readonly string[]): string[] {
  const files = new Set(ids.map(versionFile));
  return [...files].filter((file) => {
    const text = readIfThere(join(root, file))?.toString('utf8');
    if (text === undefined) return false;
    const lines = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Version.parse(JSON.parse(line)))
      .map((version) => (ids.includes(version.id) ? withoutWords(version) : version));
    return writeFileAtomic(join(root, file), lines.map(lineOf).join(''));
  });
}
