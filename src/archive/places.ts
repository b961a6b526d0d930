import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, Message, Problem } from '../model/message.ts';
import { PrecedentError } from '../model/problem.ts';
import { readArchive } from './index.ts';
import { readMail } from './mail/message.ts';
import { isMaildir, mailsOf } from './maildir.ts';
import { inboxMails, isRepository, noInbox } from './public-inbox-git.ts';

/** One document of a place, read, or the reason why it could not be. */
export type Document =
  | { readonly name: string; readonly archive: Archive }
  | { readonly name: string; readonly error: PrecedentError };

/** Where one document lies and how it is read. */
export interface Place {
  readonly name: string;
  readonly kind: 'file' | 'maildir' | 'public-inbox' | 'special';
}

/**
 * Reads a path: a file of any format, a Maildir, a public-inbox git repository, or a folder of any of these, in the order
 * of their names. A document that cannot be read is given as its error, and the rest is read all the same. Links that
 * lead elsewhere are not followed.
 *
 * Throws a PrecedentError `place-missing` where the path itself is not there.
 */
export function* readPlace(path: string): Generator<Document> {
  for (const place of listPlaces(path)) yield readDocument(place);
}

/** Finds the documents that `readPlace` reads, in the same order, and reads none of them. Throws as it does. */
export function* listPlaces(path: string): Generator<Place> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new PrecedentError({
      code: 'place-missing',
      what: 'there is no such file or folder',
      where: { file: path },
      mend: 'check the path',
    });
  }
  if (!stats.isDirectory() && !stats.isFile()) yield { name: path, kind: 'special' };
  else if (!stats.isDirectory()) yield { name: path, kind: 'file' };
  else if (isMaildir(path)) yield { name: path, kind: 'maildir' };
  else if (isRepository(path)) yield { name: path, kind: 'public-inbox' };
  else yield* listFolder(path);
}

/** A pipe that nobody writes to, or a device, would be waited for without end. */
function special(path: string): never {
  throw new PrecedentError({
    code: 'place-special',
    what: 'it is neither a file nor a folder',
    where: { file: path },
    mend: 'write what it gives into a file, and name that',
  });
}

function* listFolder(path: string): Generator<Place> {
  for (const name of sortedNames(path)) {
    const inside = join(path, name);
    const stats = lstatSync(inside);
    if (stats.isSymbolicLink() || name.startsWith('.')) continue;
    if (stats.isDirectory() || stats.isFile()) yield* listPlaces(inside);
  }
}

const READ: Readonly<Record<Place['kind'], (path: string) => Archive>> = {
  file: (path) => readArchive(readFileSync(path), path),
  maildir: readMaildir,
  'public-inbox': readPublicInbox,
  special,
};

/** Reads the document of one place; what keeps it from being read is given, not thrown. */
export function readDocument({ name, kind }: Place): Document {
  return attempt(name, () => READ[kind](name));
}

/** By code units, so that the order is the same everywhere. */
function sortedNames(path: string): string[] {
  return readdirSync(path).sort();
}

function attempt(name: string, read: () => Archive): Document {
  try {
    return { name, archive: read() };
  } catch (error) {
    if (error instanceof PrecedentError) return { name, error };
    const why = error instanceof Error ? error.message : String(error);
    return {
      name,
      error: new PrecedentError({
        code: 'place-unreadable',
        what: `the document cannot be read: ${why}`,
        where: { file: name },
        mend: 'check its permissions and its form',
      }),
    };
  }
}

function readMaildir(path: string): Archive {
  const problems: Problem[] = [];
  return { format: 'maildir', messages: messagesIn(mailsOf(path, problems), problems), problems };
}

/** A Maildir and a repository number the lines of each mail for itself. */
function messagesIn(mails: Iterable<{ readonly bytes: Buffer }>, problems: Problem[]): Message[] {
  const messages: Message[] = [];
  for (const { bytes } of mails) {
    const mail = readMail({ bytes, firstLine: 1 });
    for (const message of mail.messages) messages.push(message);
    for (const problem of mail.problems) problems.push(problem);
  }
  return messages;
}

function readPublicInbox(path: string): Archive {
  const problems: Problem[] = [];
  const messages = messagesIn(inboxMails(path), problems);
  if (messages.length === 0) throw noInbox(path);
  return { format: 'public-inbox', messages, problems };
}
