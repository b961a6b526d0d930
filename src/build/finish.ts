import { join } from 'node:path';
import { loadPublished, writePublishedFiles } from '../api/index.ts';
import { writeCitationScript } from '../citation/script.ts';
import { writeFileAtomic } from '../files/write.ts';
import { keptOf } from '../kept/index.ts';
import { ARCHIVE, type PackedSite, packSite } from '../offline/index.ts';
import { writeWorker } from '../offline/worker.ts';
import type { Knowledge } from '../records/knowledge.ts';
import { writeSearchIndex } from '../search/build.ts';
import { movedIds } from '../search/moved.ts';
import { searchRecords } from '../search/records.ts';
import { writeSearchScripts } from '../search/scripts.ts';
import { headersFile } from '../site/csp.ts';
import { BASE } from '../site/urls.ts';
import { writeTools } from '../tools/write.ts';
import { minifyScripts } from './scripts.ts';

/** Runs a step of the build under its name; the bench measures with it. */
export type Step = <Result>(name: string, work: () => Result | Promise<Result>) => Promise<Result>;

const justRun: Step = async (_, work) => work();

export interface FinishedSite {
  readonly index: ReturnType<typeof writeSearchIndex>;
  readonly published: ReturnType<typeof writePublishedFiles>;
  readonly packed: PackedSite;
  readonly worker: ReturnType<typeof writeWorker>;
}

/**
 * Adds to rendered pages all that is no page: scripts, the search index, files for machines, the archive, the worker.
 *
 * @param folder The folder of the pages.
 * @param earlier The folder of the site as an earlier build left it, if it did.
 */
export async function finishSite(
  folder: string,
  earlier: string,
  knowledge: Knowledge,
  step: Step = justRun,
): Promise<FinishedSite> {
  const index = await step('search', async () => {
    minifyScripts(folder);
    await writeSearchScripts(folder);
    return writeSearchIndex(folder, searchRecords(knowledge), movedIds(knowledge));
  });
  const published = await step('data', async () => {
    await writeTools(folder);
    await writeCitationScript(folder);
    writeFileAtomic(join(folder, '_headers'), headersFile(BASE));
    const { corpus } = await loadPublished();
    return writePublishedFiles(folder, corpus);
  });
  // Last, for these take in what the others wrote.
  const packed = await step('zip', () =>
    packSite(folder, BASE, { archive: join(earlier, ARCHIVE), kept: keptOf('archive') }),
  );
  return { index, published, packed, worker: await step('worker', () => writeWorker(folder, BASE)) };
}
