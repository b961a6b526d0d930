import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import { pathInside } from '../files/write.ts';
import { eachPublishedFile } from './publish.ts';

/**
 * Writes the files for machines into a built site. They are written here rather than rendered with the pages: a page of the
 * renderer costs milliseconds, and there are ten of these files to a page.
 *
 * @returns How many files, and their bytes. Throws a PrecedentError `path-outside` rather than leave the folder.
 */
export function writePublishedFiles(
  folder: string,
  corpus: Corpus,
): { readonly files: number; readonly bytes: number } {
  const made = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const { path, body } of eachPublishedFile(corpus, pagesIn(folder))) {
    const target = pathInside(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    // A name of a page or script that is there already is a mistake of ours, so nothing is overwritten.
    writeFileSync(target, body, { flag: 'wx' });
    files += 1;
    bytes += Buffer.byteLength(body);
  }
  return { files, bytes };
}

/** The pages of a built site by their addresses, relative to its base, in order; `404.html` is none. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name === 'index.html' || name.endsWith('/index.html'))
    .map((name) => name.slice(0, -'index.html'.length))
    .sort();
}
