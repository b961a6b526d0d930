import type { Corpus } from '../corpus/corpus.ts';
import type { PublishedFile } from './publisher.ts';
import { PUBLISHERS } from './publishers/index.ts';

/**
 * Makes every file that is published for machines, one after the other, so that no more than one need be held. Throws an Error
 * where two publishers make the same path.
 *
 * @param pages The pages that are built, relative to the site's base, such as `terms/`.
 */
export function* eachPublishedFile(corpus: Corpus, pages: readonly string[] = []): Generator<PublishedFile> {
  const paths = new Set<string>();
  for (const publisher of PUBLISHERS) {
    for (const file of publisher.files(corpus, pages)) {
      if (paths.has(file.path)) throw new Error(`two publishers make ${file.path}`);
      paths.add(file.path);
      yield file;
    }
  }
}

/** As `eachPublishedFile`, all at once and by their paths. */
export function publishedFiles(corpus: Corpus, pages: readonly string[] = []): Map<string, PublishedFile> {
  return new Map([...eachPublishedFile(corpus, pages)].map((file) => [file.path, file]));
}
