import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpus.ts';
import { readCorpus } from './file.ts';
import { loadCorpus } from './load.ts';

/**
 * Opens the corpus a command works on: the published file where one is named, else the project in the folder (its
 * `content/`), else the published file of a built site or unpacked bundle that the folder is in.
 */
export async function openCorpus(folder: string, from?: string): Promise<Corpus> {
  if (from !== undefined) return readCorpus(from);
  if (existsSync(join(folder, 'content/decisions'))) return loadCorpus(folder);
  return readCorpus(join(folder, 'api/v1/corpus.json'));
}
