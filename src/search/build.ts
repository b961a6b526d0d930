import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { pathInside, writeFileAtomic } from '../files/write.ts';
import { PrecedentError } from '../model/problem.ts';
import { indexEntries } from './content.ts';
import { KINDS, type Kind, type SearchRecord } from './record.ts';

/** Folder of the index inside the built site. */
const FOLDER = 'pagefind';
/** What Pagefind writes and no page of ours loads: its own interfaces, and the engine for languages it does not know. */
const UNUSED = /^(?:pagefind-(?:component-ui|modular-ui|ui|highlight)\.|wasm\.unknown\.)/;

/** What was written. */
export interface SearchIndexReport {
  /** Number of hits by kind. */
  readonly records: ReadonlyMap<Kind, number>;
  readonly files: number;
  /** Bytes of the index and its engine as they lie in the folder. */
  readonly bytes: number;
  /** The same as gzip would send them. */
  readonly gzipBytes: number;
}

/**
 * Writes the search index of a built site into `dist/pagefind/` and deletes what an earlier build left there. The same
 * records give the same bytes. Throws a PrecedentError `search-index` with Pagefind's own words when it refuses a record.
 *
 * @param dist The folder of the built site.
 */
export async function writeSearchIndex(dist: string, records: readonly SearchRecord[]): Promise<SearchIndexReport> {
  const files = await indexFiles(records);
  const folder = join(dist, FOLDER);
  for (const { path, content } of files) writeFileAtomic(pathInside(folder, path), content);
  deleteOthers(folder, new Set(files.map(({ path }) => path)));
  return {
    records: countKinds(records),
    files: files.length,
    bytes: files.reduce((sum, { content }) => sum + content.byteLength, 0),
    gzipBytes: files.reduce((sum, { content }) => sum + gzipSync(content).byteLength, 0),
  };
}

interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

async function indexFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    refuse(errors, 'the index');
    if (index === undefined) throw failure('it made no index');
    await addAll(index, records);
    const { files, errors: late } = await index.getFiles();
    refuse(late, 'the files');
    await index.deleteIndex();
    return files.filter(({ path }) => !UNUSED.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

async function addAll(index: PagefindIndex, records: readonly SearchRecord[]): Promise<void> {
  for (const entry of indexEntries(records)) {
    const { errors } = await index.addCustomRecord(entry);
    refuse(errors, entry.url);
  }
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw failure(`${what}: ${errors.join('; ')}`);
}

function failure(what: string): PrecedentError {
  return new PrecedentError({
    code: 'search-index',
    what: `Pagefind could not make the search index: ${what}`,
    where: { file: `dist/${FOLDER}` },
    mend: 'run npm install again, then npm run build',
  });
}

function deleteOthers(folder: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile() && !kept.has(name.replaceAll('\\', '/'))) rmSync(path);
  }
}

function countKinds(records: readonly SearchRecord[]): Map<Kind, number> {
  return new Map(KINDS.map((kind) => [kind, records.filter((record) => record.kind === kind).length]));
}
