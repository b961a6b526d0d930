import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../files/write.ts';
import { sha256 } from '../model/digest.ts';
import { filesIn } from './folder.ts';

/** What a reader may want without a network: pages and what they load, and the sources as archived; no files for machines. */
const KEPT = /\.(?:html|css|js|woff2|svg|webmanifest)$|^sources\/[^/]+\/message\.txt$/;
const NOT_KEPT = /^(?:worker\.js|404\.html|offline\/[0-9a-f]+\.json)$/;
/** Kept from the first visit on: the ways in, and what every page loads. */
const SHELL =
  /^(?:index|search\/index|offline\/index|index\/index)\.html$|^(?:_astro|scripts)\/|^search\/[a-z]+\.(?:js|css)$|^favicon\.svg$|-normal\.woff2$/;
/** The index of the search is kept from the first visit on while it is no larger (bytes), later as it is used. */
const SMALL_INDEX = 1_000_000;
const OFFER = 'offline/index.html';

export interface WrittenWorker {
  /** Names the build; a page of one build is never shown with parts of another. */
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  /** Bytes that the first visit loads beyond its page. */
  readonly shell: number;
}

/**
 * Writes the service worker of a built site and the list of files that it may keep, each with its digest. The same site gives
 * the same worker. To be called last: what is changed later would not be taken for part of the site.
 *
 * @param dist The folder of the built site.
 * @param base The path under which the site is served, such as `/`.
 */
export function writeWorker(dist: string, base: string): WrittenWorker {
  const paths = filesIn(dist).filter((path) => KEPT.test(path) && !NOT_KEPT.test(path));
  const described = paths.map((path) => [path, describe(dist, path)] as const);
  const id = sha256(JSON.stringify(described)).slice(0, 12);
  // The page that offers to save everything names the list; the list then holds the digest of that page.
  const offer = join(dist, OFFER);
  writeFileAtomic(offer, readFileSync(offer, 'utf8').replaceAll('{{build}}', id));
  const list = Object.fromEntries([...described, [OFFER, describe(dist, OFFER)] as const]);
  const sizeOf = (some: readonly string[]) => some.reduce((sum, path) => sum + (list[path]?.[1] ?? 0), 0);
  const index = paths.filter((path) => /^search\/[0-9a-f]{12}\//.test(path));
  const shell = paths.filter((path) => SHELL.test(path)).concat(sizeOf(index) <= SMALL_INDEX ? index : []);
  writeFileAtomic(join(dist, 'offline', `${id}.json`), JSON.stringify(list));
  const code = readFileSync(new URL('worker.js', import.meta.url), 'utf8');
  writeFileAtomic(join(dist, 'worker.js'), `const SITE = ${JSON.stringify({ id, base, shell })};\n${code}`);
  return { id, files: paths.length, bytes: sizeOf(paths), shell: sizeOf(shell) };
}

/** The first 16 hexadecimal digits of the SHA-256 of a file, which tell builds apart, and its size in bytes. */
function describe(dist: string, path: string): readonly [digest: string, size: number] {
  const bytes = readFileSync(join(dist, path));
  return [sha256(bytes).slice(0, 16), bytes.byteLength];
}
