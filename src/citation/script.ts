import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileAtomic } from '../files/write.ts';
import { compile } from '../search/scripts.ts';

/** Compiles the script by which a page of a source cites its lines into a built site: the same formats as everywhere. */
export async function writeCitationScript(dist: string): Promise<string> {
  const path = 'scripts/cite-line.js';
  writeFileAtomic(join(dist, path), await compile(fileURLToPath(new URL('browser/cite-line.ts', import.meta.url))));
  return path;
}
