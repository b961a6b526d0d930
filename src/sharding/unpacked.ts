import { closeSync, createWriteStream, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileChunks, kindOfFile } from '../archive/file-stream.ts';
import { mailsOf } from '../archive/maildir.ts';
import { plainChunks } from '../archive/packings.ts';
import type { Place } from '../archive/places.ts';
import { inboxMails } from '../archive/public-inbox-git.ts';
import { type PlacedStretch, readStretches } from '../archive/stream.ts';
import type { Problem } from '../model/message.ts';

/** The mails of a document that is too large to be held: a file in which they lie, and they themselves one after another. */
export interface OpenMails {
  readonly format: string;
  readonly file: string;
  readonly mails: AsyncIterable<PlacedStretch> | Iterable<PlacedStretch>;
  /** What was met on the way; complete once the mails have been read. */
  readonly problems: readonly Problem[];
}

/** A packed file of fewer bytes is read whole: mail grows four to ten times. */
const PACKING = 8;

/**
 * Opens a document whose mails are to be read one by one: a mailbox of more than `whole` bytes, packed or not, a Maildir or a
 * public-inbox repository that holds as much. What is not one plain file already is written into one in a folder that
 * `makeFolder` gives. Null where a document holds less, or is something else.
 */
export async function openMails(place: Place, whole: number, makeFolder: () => string): Promise<OpenMails | null> {
  if (place.kind === 'maildir') return maildir(place.name, whole, makeFolder);
  if (place.kind === 'public-inbox') return repository(place.name, whole, makeFolder);
  return place.kind === 'file' ? mailbox(place.name, whole, makeFolder) : null;
}

async function mailbox(file: string, whole: number, makeFolder: () => string): Promise<OpenMails | null> {
  const { size } = statSync(file);
  if (size <= whole / PACKING) return null;
  const kind = kindOfFile(file);
  if (!kind.mailbox || (kind.packing === null && size <= whole)) return null;
  const problems: Problem[] = [];
  const open = (plain: string): OpenMails => ({
    format: 'mbox',
    file: plain,
    mails: readStretches(plainChunks(plain), { name: file }),
    problems,
  });
  if (kind.packing === null) return open(file);
  const unpacked = join(makeFolder(), 'mbox');
  const chunks = fileChunks(file, kind.packing, (problem) => problems.push(problem));
  await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(unpacked));
  return statSync(unpacked).size > whole ? open(unpacked) : null;
}

function maildir(path: string, whole: number, makeFolder: () => string): OpenMails | null {
  const files = ['cur', 'new'].flatMap((folder) =>
    readdirSync(join(path, folder)).map((name) => join(path, folder, name)),
  );
  const size = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  if (size <= whole) return null;
  const problems: Problem[] = [];
  const file = join(makeFolder(), 'mails');
  return { format: 'maildir', file, mails: collected(file, mailsOf(path, problems)), problems };
}

function repository(path: string, whole: number, makeFolder: () => string): OpenMails | null {
  if (bytesIn(path) * PACKING <= whole) return null;
  const file = join(makeFolder(), 'mails');
  return { format: 'public-inbox', file, mails: collected(file, inboxMails(path)), problems: [] };
}

/** The bytes of all files below a folder; git packs mail to about an eighth. */
function bytesIn(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
}

/** Writes mails one behind the other into a file, and says where each lies; the lines of each are counted for themselves. */
function* collected(file: string, mails: Iterable<{ readonly bytes: Buffer }>): Generator<PlacedStretch> {
  const handle = openSync(file, 'w');
  let offset = 0;
  try {
    for (const { bytes } of mails) {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      yield { bytes, firstLine: 1, offset };
      offset += bytes.length;
    }
  } finally {
    closeSync(handle);
  }
}
