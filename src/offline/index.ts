import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic, writePieces } from '../files/write.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { checkFolder } from './check.ts';
import { type EarlierPlace, openEarlier, remembered } from './earlier.ts';
import { packFolder } from './pack.ts';
import type { PackedFile } from './pack-file.ts';
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
 * @param earlier Where an earlier build left its archive: what has not changed since is taken from it.
 */
export async function packSite(dist: string, base: string, earlier?: EarlierPlace): Promise<PackedSite> {
  const before = earlier === undefined ? null : openEarlier(earlier, base);
  try {
    const packed = await packFolder(
      dist,
      base,
      (files) => {
        const written = writeArchive(dist, files);
        earlier?.kept?.write(base, remembered(written.sha256, files));
        return written;
      },
      { before: before?.files },
    );
    const page = join(dist, OFFER);
    writeFileAtomic(page, fillOffer(readFileSync(page, 'utf8'), packed));
    return packed;
  } finally {
    before?.close();
  }
}

function writeArchive(dist: string, files: readonly PackedFile[]): PackedSite {
  refuse(checkFolder(new Map(files.map(({ path, facts }) => [path, facts]))));
  const written = writePieces(join(dist, ARCHIVE), zipPieces(files.map(({ entry }) => entry)));
  return { files: files.length, ...written };
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
