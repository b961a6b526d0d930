import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { isRepository } from '../archive/public-inbox-git.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';

/** One document on the disk: a file, or a Maildir or public-inbox repository, whose mails are one mailbox; or what is left aside, and why. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'repository'; readonly path: string }
  | { readonly kind: 'maildir'; readonly path: string; readonly files: readonly string[] }
  | { readonly kind: 'aside'; readonly finding: Finding };

/**
 * Finds the documents of a path in the order of their names. The path itself may be a link, for it was named; within a folder
 * links, devices, pipes and sockets are left aside and told. Hidden entries of a folder are no documents.
 *
 * Throws a PrecedentError `place-missing` where the path is not there.
 */
export function* findDocuments(path: string): Generator<Found> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new PrecedentError(missing(path));
  yield* documentsAt(path, stats);
}

function* documentsAt(path: string, stats: Stats): Generator<Found> {
  if (!stats.isDirectory()) {
    yield stats.isFile() ? { kind: 'file', path } : { kind: 'aside', finding: special(path, stats) };
    return;
  }
  const names = namesIn(path);
  if (!Array.isArray(names)) yield { kind: 'aside', finding: names };
  else if (isMaildir(path)) yield* maildir(path);
  else if (isRepository(path)) yield { kind: 'repository', path };
  else {
    for (const name of names.filter((one) => !one.startsWith('.'))) {
      const inside = join(path, name);
      const own = lstatSync(inside, { throwIfNoEntry: false });
      if (own !== undefined) yield* documentsAt(inside, own);
    }
  }
}

function* maildir(path: string): Generator<Found> {
  const files: string[] = [];
  for (const folder of ['cur', 'new']) {
    const names = namesIn(join(path, folder));
    if (!Array.isArray(names)) {
      yield { kind: 'aside', finding: names };
      continue;
    }
    for (const name of names.filter((one) => !one.startsWith('.'))) {
      const file = join(path, folder, name);
      const stats = lstatSync(file);
      if (stats.isFile()) files.push(file);
      else yield { kind: 'aside', finding: special(file, stats) };
    }
  }
  yield { kind: 'maildir', path, files };
}

/** Names in the order of code units, the same on every machine; or why the folder cannot be read. */
function namesIn(folder: string): string[] | Finding {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    return unreadable(folder, error);
  }
}

/** Three folders of these names and nothing else give a Maildir away (D. J. Bernstein). */
function isMaildir(path: string): boolean {
  return ['cur', 'new', 'tmp'].every((name) => lstatSync(join(path, name), { throwIfNoEntry: false })?.isDirectory());
}

/**
 * Reads a file that `findDocuments` gave. Within folders it is opened without following links and without waiting, and looked
 * at again once open, so that a file exchanged for a link or a pipe in the meantime gives an error and no surprise. One that
 * `isLarge` says is not to be held gives `large` instead.
 */
export function readFound(
  path: string,
  named: boolean,
  isLarge: (path: string) => boolean = () => false,
): Buffer | Finding | 'large' {
  try {
    const follow = named ? 0 : (constants.O_NOFOLLOW ?? 0);
    const file = openSync(path, constants.O_RDONLY | follow | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return special(path, stats);
      return isLarge(path) ? 'large' : readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return unreadable(path, error);
  }
}

function missing(file: string): Finding {
  return { code: 'place-missing', what: 'there is no such file or folder', where: { file }, mend: 'check the path' };
}

function special(file: string, stats: Stats): Finding {
  const kind = stats.isSymbolicLink() ? 'a link, which is not followed' : 'neither a file nor a folder';
  return { code: 'place-special', what: `it is ${kind}`, where: { file }, mend: 'name the file itself' };
}

function unreadable(file: string, error: unknown): Finding {
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (error.code === 'ERR_FS_FILE_TOO_LARGE') return tooLarge(file);
  return {
    code: 'place-unreadable',
    what: `it cannot be read (${String(error.code)})`,
    where: { file },
    mend: 'check its permissions',
  };
}

/** A document that is more than a source can be: most forges take no file of 100 MB, and a page of it nobody could read. */
export function tooLarge(file: string): Finding {
  return {
    code: 'document-too-large',
    what: 'it is larger than a source can be',
    where: { file },
    mend: 'take a conversation of it: --thread ID (npm run mine lists them)',
  };
}
