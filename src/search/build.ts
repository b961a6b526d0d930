import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pathInside, writeFileAtomic } from '../files/write.ts';
import { MANIFEST } from './index/layout.ts';
import { countKinds, makeIndex } from './index/make.ts';
import type { MovedIds } from './moved.ts';
import type { Kind, SearchRecord } from './record.ts';

/** What was written. */
export interface SearchIndexReport {
  /** Number of hits by kind. */
  readonly records: Readonly<Record<Kind, number>>;
  readonly files: number;
  /** Bytes of the index as it lies in the folder. */
  readonly bytes: number;
  /** The same as gzip would send them. */
  readonly gzipBytes: number;
}

/**
 * Writes the search index of a built site into `dist/search/` (`index/layout.ts` says how it lies there) and deletes that of
 * an earlier build. The same records give the same bytes.
 *
 * @param dist The folder of the built site.
 * @param moved Former ids, for who types one.
 */
export function writeSearchIndex(
  dist: string,
  records: readonly SearchRecord[],
  moved: MovedIds = {},
): SearchIndexReport {
  const { manifest, files } = makeIndex(records, moved);
  const folder = join(dist, dirname(MANIFEST));
  deleteEarlier(folder);
  const contents = [...files].map(([name, json]) => [`${manifest.folder}/${name}`, json] as const);
  const written = [['index', JSON.stringify(manifest)] as const, ...contents].map(([name, json]) => {
    const script = Buffer.from(`precedentIndex(${JSON.stringify(name)},${json});\n`);
    writeFileAtomic(pathInside(folder, `${name}.js`), script);
    return { bytes: script.byteLength, gzip: gzipSync(script).byteLength };
  });
  return {
    records: countKinds(records),
    files: written.length,
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
    gzipBytes: written.reduce((sum, { gzip }) => sum + gzip, 0),
  };
}

/** The folder of an index is named after its content, so an earlier one would stay. */
function deleteEarlier(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/^[0-9a-f]{12}$/.test(name)) rmSync(join(folder, name), { recursive: true });
  }
}
