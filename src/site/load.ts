import { PrecedentError } from '../model/problem.ts';
import { type Knowledge, loadKnowledge } from '../records/index.ts';
import type { RecordFile } from '../records/record.ts';
import { type Report, verify } from '../verify/index.ts';
import { perEdition } from './edition.ts';
import { ROOT } from './root.ts';
import { type Site, siteFrom } from './site.ts';

/** Reads the knowledge, once for the whole build. */
export const loadContent: () => Promise<Knowledge> = perEdition(() => loadKnowledge(ROOT));

/** The records as files, by the ids of their decisions. */
export const loadRecordFiles: () => Promise<ReadonlyMap<string, RecordFile>> = perEdition(
  async () => new Map((await loadContent()).records.map((record) => [record.decision.id, record])),
);

/** What the gate finds in the knowledge that the pages are made from. */
export const loadReport: () => Promise<Report> = perEdition(async () => verify(await loadContent()));

/**
 * Derives the site from the knowledge, once for the whole build. Throws the first finding as a PrecedentError: a site with a
 * record missing is no site.
 */
export const loadSite: () => Promise<Site> = perEdition(async () => {
  const knowledge = await loadContent();
  const [finding] = knowledge.findings;
  if (finding !== undefined) throw new PrecedentError(finding);
  return siteFrom(knowledge);
});
