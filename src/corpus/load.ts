import { PrecedentError } from '../model/problem.ts';
import { loadKnowledge } from '../records/load.ts';
import { siteFrom } from '../site/site.ts';
import type { Corpus } from './corpus.ts';
import { corpusFrom } from './make.ts';

/** Makes the corpus from a project's `content/`. Rejects with the first finding where something cannot be read. */
export async function loadCorpus(root: string): Promise<Corpus> {
  const knowledge = await loadKnowledge(root);
  const { histories, findings } = knowledge.released;
  const [finding] = [...knowledge.findings, ...findings];
  if (finding !== undefined) throw new PrecedentError(finding);
  return corpusFrom(siteFrom(knowledge), histories);
}
