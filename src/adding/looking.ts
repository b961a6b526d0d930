import { type Finding, PrecedentError } from '../model/problem.ts';
import { type Document, lookInto, type Piece } from './document.ts';
import { isLargeMailbox, lookAlong, lookIntoRepository } from './large.ts';
import { type Found, readFound } from './walk.ts';

/** A document under the name of its file. */
export interface Named extends Document {
  readonly name: string;
}

/** Formats whose documents can be cut into mails and put together again. */
export const MAIL: ReadonlySet<string> = new Set(['mbox', 'maildir', 'eml', 'public-inbox']);

/** Where what cannot be read is told. */
export interface Telling {
  readonly findings: Finding[];
  readonly onMessage: () => void;
  /** Bytes of a mailbox that are held at most. */
  readonly held: number;
}

/** Runs what may refuse one document; the refusal is a finding. */
export async function guarded<T>(findings: Finding[], run: () => T | Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof PrecedentError)) throw error;
    findings.push(error.finding);
    return null;
  }
}

/** Looks at what was found in a place; null where nothing of it can be read, which is told. */
export async function lookAt(found: Found, isNamed: boolean, telling: Telling): Promise<Named | null> {
  if (found.kind === 'aside') {
    telling.findings.push(found.finding);
    return null;
  }
  const { path } = found;
  if (found.kind === 'maildir') return maildirOf(path, found.files, telling);
  if (found.kind === 'repository') return told(lookIntoRepository(path, telling.onMessage), path, telling);
  const probe = readFound(path, isNamed, (file) => isLargeMailbox(file, telling.held));
  if (probe === 'large') return told(await lookAlong(path, telling.onMessage), path, telling);
  if (!(probe instanceof Uint8Array)) {
    telling.findings.push(probe);
    return null;
  }
  return told(lookInto(probe, path), path, telling);
}

/** The mails of a Maildir as one mailbox; their bytes are read again where something of it is taken. */
async function maildirOf(path: string, files: readonly string[], telling: Telling): Promise<Named | null> {
  const fileOf = new Map<Piece, string>();
  for (const file of files) {
    const bytes = readFound(file, false);
    if (!(bytes instanceof Uint8Array)) {
      if (bytes !== 'large') telling.findings.push(bytes);
      continue;
    }
    const mail = await guarded(telling.findings, () => mailOf(bytes, file, telling));
    for (const piece of mail?.pieces ?? []) fileOf.set(piece, file);
  }
  if (fileOf.size === 0) return null;
  return {
    name: path,
    format: 'maildir',
    pieces: [...fileOf.keys()],
    bytesOf: async (pieces) => pieces.flatMap((piece) => readAgain(fileOf.get(piece), telling.findings)),
    whole: null,
    packed: false,
    problems: [],
  };
}

function readAgain(file: string | undefined, findings: Finding[]): Uint8Array[] {
  const bytes = file === undefined ? 'large' : readFound(file, false);
  if (bytes instanceof Uint8Array) return [bytes];
  if (bytes !== 'large') findings.push(bytes);
  return [];
}

function mailOf(bytes: Uint8Array, file: string, telling: Telling): Document {
  const document = told(lookInto(bytes, file), file, telling);
  if (MAIL.has(document.format)) return document;
  throw new PrecedentError({
    code: 'mail-unreadable',
    what: `a mail was expected, this is ${document.format}`,
    where: { file },
    mend: 'compare with the archive it was taken from',
  });
}

function told(document: Document, file: string, { findings, onMessage }: Telling): Named {
  for (const { code, message, line } of document.problems) {
    const where = { file, ...(line === undefined ? {} : { line }) };
    findings.push({ code, what: message, where, mend: 'compare with the archive it was taken from' });
  }
  // Of a large document the messages were counted as they came in.
  if (document.whole !== null) for (const { messages } of document.pieces) for (const _ of messages) onMessage();
  return { ...document, name: file };
}
