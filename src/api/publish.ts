import type { Corpus } from '../corpus/corpus.ts';
import type { PublishedFile } from './publisher.ts';
import { PUBLISHERS } from './publishers/index.ts';

/** Makes every file that is published for machines, by its path. Throws an Error where two publishers make the same path. */
export function publishedFiles(corpus: Corpus): Map<string, PublishedFile> {
  const files = new Map<string, PublishedFile>();
  for (const publisher of PUBLISHERS) {
    for (const file of publisher.files(corpus)) {
      if (files.has(file.path)) throw new Error(`two publishers make ${file.path}`);
      files.set(file.path, file);
    }
  }
  return files;
}
