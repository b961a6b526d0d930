import { PrecedentError } from '../model/problem.ts';
import { loadKnowledge } from '../records/index.ts';
import { ROOT } from './root.ts';
import { type Site, siteFrom } from './site.ts';

let once: Promise<Site> | undefined;

/**
 * Reads the knowledge and derives the site from it, once for the whole build. Throws the first finding as a
 * PrecedentError: a site with a record missing is no site.
 */
export function loadSite(): Promise<Site> {
  once ??= read();
  return once;
}

async function read(): Promise<Site> {
  const knowledge = await loadKnowledge(ROOT);
  const [finding] = knowledge.findings;
  if (finding !== undefined) throw new PrecedentError(finding);
  return siteFrom(knowledge);
}
