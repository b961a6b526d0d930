import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathInside } from '../files/write.ts';
import { Slug } from '../model/primitives.ts';
import { PrecedentError } from '../model/problem.ts';

/** How a folder that is not whole yet is named; hidden, so that no other command takes it for a source. */
const UNFINISHED = '.adding-';

/**
 * Opens `content/sources` under a root and takes away what an interrupted run left there. Throws a PrecedentError `path-outside`
 * where the folder is a link that leads out of the root.
 *
 * @returns the folder, and the names of what was taken away.
 */
export function openStore(root: string): { readonly folder: string; readonly swept: readonly string[] } {
  const folder = join(root, 'content', 'sources');
  mkdirSync(folder, { recursive: true });
  if (!realpathSync(folder).startsWith(realpathSync(root) + sep)) {
    throw new PrecedentError({
      code: 'path-outside',
      what: 'content/sources is a link that leads out of the project',
      where: { file: 'content/sources' },
      mend: 'put a folder there',
    });
  }
  const swept = readdirSync(folder).filter((name) => name.startsWith(UNFINISHED));
  for (const name of swept) rmSync(join(folder, name), { recursive: true, force: true });
  return { folder, swept };
}

/**
 * Writes a source whole or not at all: its files go into a hidden folder, which is then renamed (POSIX rename is atomic), so
 * that a kill leaves no half of a source. Throws a PrecedentError `path-outside` for a name that is no slug.
 */
export function storeSource(folder: string, slug: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  // A slug has neither dot nor stroke and so leads nowhere else; both checks are cheap.
  const target = pathInside(folder, Slug.safeParse(slug).success ? slug : `../${slug}`);
  const unfinished = join(folder, `${UNFINISHED}${slug}`);
  mkdirSync(unfinished);
  try {
    for (const [name, data] of Object.entries(files)) writeFileSync(join(unfinished, name), data);
    if (existsSync(target)) throw new Error(`${target} has come into being meanwhile`);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}
