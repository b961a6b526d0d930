import type { Corpus } from '../corpus/corpus.ts';
import { corpusFrom } from '../corpus/make.ts';
import { PrecedentError } from '../model/problem.ts';
import { perEdition } from '../site/edition.ts';
import { loadContent, loadSite } from '../site/load.ts';
import type { Histories } from '../versions/index.ts';

/** What the pages and files for machines are made from. */
export interface Published {
  readonly corpus: Corpus;
  readonly histories: Histories;
}

/** Gathers the corpus and the released versions, once for the whole build. Rejects with the first finding in them. */
export const loadPublished: () => Promise<Published> = perEdition(read);

async function read(): Promise<Published> {
  const { histories, findings } = (await loadContent()).released;
  const [finding] = findings;
  if (finding !== undefined) throw new PrecedentError(finding);
  return { corpus: corpusFrom(await loadSite(), histories), histories };
}
