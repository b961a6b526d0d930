import type { Corpus } from '../corpus/corpus.ts';
import type { PublishedFile } from './publisher.ts';
import { PUBLISHERS } from './publishers/index.ts';

/**
 * Makes every file that is published for machines, by its path. Throws an Error where two publishers make the same path.
 *
 * @param pages The pages that are built, relative to the site's base, such as `terms/`.
 */
export function publishedFiles(corpus: Corpus, pages: readonly string[] = []): Map<string, PublishedFile> {
  const files = new Map<string, PublishedFile>();
  for (const publisher of PUBLISHERS) {
    for (const file of publisher.files(corpus, pages)) {
      if (files.has(file.path)) throw new Error(`two publishers make ${file.path}`);
      files.set(file.path, file);
    }
  }
  return files;
}
