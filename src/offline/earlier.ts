import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Kept } from '../kept/index.ts';
import type { FileFacts } from './check.ts';
import { type PackedFile, TOP } from './pack-file.ts';
import { type Placed, zipDirectory } from './zip.ts';

/** What is kept of an archive beside it: its digest and all that is known of its files, texts as numbers of a list. */
export interface Remembered {
  readonly archive: string;
  readonly texts: readonly string[];
  readonly files: readonly RememberedFile[];
}

type RememberedFile = readonly [
  path: string,
  /** Of the file in the site, and in the archive where its links had to be changed. */
  digest: string,
  sha256: string | null,
  page: readonly [ids: readonly number[], links: readonly number[]] | null,
];

/** The archive of an earlier build: what has not changed since need not be packed again. */
export interface Earlier {
  /** The files by their paths, each with the digest of the file in the site that it was made from. */
  readonly files: ReadonlyMap<string, PackedFile>;
  close(): void;
}

/** Where the archive of an earlier build lies, and what was kept of it; null where nothing is kept. */
export interface EarlierPlace {
  readonly archive: string;
  readonly kept: Kept<Remembered> | null;
}

/** Bytes read at once while an archive is digested. */
const STRETCH = 1 << 20;

/**
 * Opens the archive of an earlier build, or gives null where there is none, where it is not the one that is remembered, or where
 * other code packed it.
 *
 * @param base The path under which its site was served: links are made from it.
 */
export function openEarlier({ archive, kept }: EarlierPlace, base: string): Earlier | null {
  const known = kept?.read(base) ?? null;
  if (known === null) return null;
  let file: number;
  try {
    file = openSync(archive, 'r');
  } catch {
    return null;
  }
  const read = readerOf(file);
  const { size } = fstatSync(file);
  if (digestOf(size, read) !== known.archive) {
    closeSync(file);
    return null;
  }
  const placed = new Map([...zipDirectory(size, read)].map((one) => [one.path, one]));
  const files = known.files.flatMap((one) => {
    const place = placed.get(`${TOP}/${one[0]}`);
    return place === undefined ? [] : [[one[0], packedFile(one, known.texts, place, read)] as const];
  });
  return { files: new Map(files), close: () => closeSync(file) };
}

/**
 * Says what is to be remembered of an archive for the next build. Of its files those that stand in no site, such as the list of
 * digests, are left out.
 *
 * @param archive Its SHA-256.
 */
export function remembered(archive: string, files: readonly PackedFile[]): Remembered {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const packed = files.flatMap(({ path, digest, sha256, facts: { page } }): RememberedFile[] =>
    digest === null
      ? []
      : [[path, digest, sha256 === digest ? null : sha256, page && [page.ids.map(numberOf), page.links.map(numberOf)]]],
  );
  return { archive, texts: [...numbers.keys()], files: packed };
}

function packedFile(
  [path, digest, sha256, page]: RememberedFile,
  texts: readonly string[],
  { path: _, offset, ...pressed }: Placed,
  read: (offset: number, length: number) => Buffer,
): PackedFile {
  const named = (numbers: readonly number[]): string[] => numbers.map((number) => texts[number] ?? '');
  // A site with a fault has no archive, so there is none to be remembered.
  const facts: FileFacts = { faults: [], page: page && { ids: named(page[0]), links: named(page[1]) } };
  const data = (): Uint8Array => read(offset, pressed.length);
  return { path, digest, sha256: sha256 ?? digest, facts, entry: { path: `${TOP}/${path}`, ...pressed, data } };
}

/** Reads from an open file; throws where it is shorter than asked for. */
export function readerOf(file: number): (offset: number, length: number) => Buffer {
  return (offset, length) => {
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, offset) < length) throw new Error('the file was cut while it was read');
    return bytes;
  };
}

function digestOf(size: number, read: (offset: number, length: number) => Buffer): string {
  const digest = createHash('sha256');
  for (let at = 0; at < size; at += STRETCH) digest.update(read(at, Math.min(STRETCH, size - at)));
  return digest.digest('hex');
}
