import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic, writePieces } from '../files/write.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { checkFolder } from './check.ts';
import { packFolder } from './pack.ts';
import { zipPieces } from './zip.ts';

/** The archive of the site, in the site. */
export const ARCHIVE = 'precedent.zip';
/** The page that offers the archive; the marks are filled in once it is made, for it cannot hold its own digest. */
const OFFER = 'offline/index.html';

export interface PackedSite {
  readonly files: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Packs a built site into an archive that works when it is unzipped and opened by double click, and writes size and digest
 * into the page that offers it. The same site gives the same bytes. Rejects with a PrecedentError `folder-broken`, and writes nothing,
 * where the unzipped site would not work.
 *
 * @param dist The folder of the built site.
 * @param base The path under which the site is served, such as `/`.
 */
export async function packSite(dist: string, base: string): Promise<PackedSite> {
  const packed = await packFolder(dist, base, (files) => {
    refuse(checkFolder(new Map(files.map(({ path, facts }) => [path, facts]))));
    const entries = files.map(({ entry }) => entry);
    return { files: files.length, ...writePieces(join(dist, ARCHIVE), zipPieces(entries)) };
  });
  const page = join(dist, OFFER);
  writeFileAtomic(page, fillOffer(readFileSync(page, 'utf8'), packed));
  return packed;
}

function refuse([first, ...more]: readonly Finding[]): void {
  if (first === undefined) return;
  throw new PrecedentError(
    more.length === 0 ? first : { ...first, what: `${first.what}, and ${more.length} more faults` },
  );
}

/** Puts the figures of the archive in the place of their marks. */
function fillOffer(html: string, { bytes, sha256: digest, files }: PackedSite): string {
  return html
    .replaceAll('{{zip-size}}', `${(bytes / 1024 / 1024).toFixed(1)} MB`)
    .replaceAll('{{zip-bytes}}', String(bytes))
    .replaceAll('{{zip-files}}', String(files))
    .replaceAll('{{zip-sha256}}', digest);
}
