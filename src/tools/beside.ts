import { fileURLToPath } from 'node:url';
import type { Corpus } from '../corpus/corpus.ts';
import { readCorpus } from '../corpus/file.ts';

/** Reads the corpus that was published with the tool: it lies in `tools/` of a site, the corpus in `api/v1/`. */
export function besideMe(from?: string): Corpus {
  return readCorpus(from ?? fileURLToPath(new URL('../api/v1/corpus.json', import.meta.url)));
}
