import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../model/digest.ts';
import type { Message } from '../model/message.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { type Candidate, describe, sourceSlug, sourceYaml, type Told } from './describe.ts';
import { compose, type Document, lookInto, type Piece } from './document.ts';
import { addLocator, holderOf, type KnownSource, knownSources } from './known.ts';
import { isSelective, type Selection, select } from './selection.ts';
import { openStore, storeSource } from './store.ts';
import { type Found, findDocuments, readFound } from './walk.ts';

export interface AddOptions extends Told {
  readonly selection: Selection;
  /** Called with the number of documents looked at. */
  readonly onProgress?: (documents: number) => void;
}

/** What became of one document or selection. */
export type Outcome =
  | {
      readonly kind: 'taken';
      readonly slug: string;
      readonly title: string;
      readonly messages: number;
      readonly shared: readonly Shared[];
    }
  | { readonly kind: 'known'; readonly name: string; readonly slug: string; readonly locator: boolean };

/** Messages of a new source that another source holds as well. */
export interface Shared {
  readonly slug: string;
  readonly messages: number;
}

export interface Added {
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  /** Folders of an interrupted run that were taken away. */
  readonly swept: readonly string[];
}

/**
 * Takes documents into `content/sources/`, each as a source of its own; with a selection, the wanted mails of all documents as
 * one source. What is there already (the same bytes, or the same messages by Message-ID) is not taken again, but a new address
 * is noted. A document that cannot be read is a finding, and the rest is taken.
 *
 * Each source is written whole or not at all, and a run after a run changes nothing.
 *
 * Throws a PrecedentError `place-missing` for a path that is not there, before anything is written.
 */
export function addArchives(root: string, paths: readonly string[], options: AddOptions): Added {
  const found = paths.flatMap((path) => [...findDocuments(path)].map((one) => ({ one, named: path })));
  if (options.url !== undefined && found.length > 1 && !isSelective(options.selection))
    throw ambiguousAddress(found.length);
  const { folder, swept } = openStore(root);
  const store = { folder, known: knownSources(folder), outcomes: [], findings: [] } satisfies Store;
  const pool: Selected[] = [];
  for (const [index, { one, named }] of found.entries()) {
    const document = guarded(store, () => documentOf(store, one, named));
    options.onProgress?.(index + 1);
    if (document === null) continue;
    if (isSelective(options.selection)) pool.push(document);
    else take(store, wholeOf(document), options);
  }
  if (isSelective(options.selection)) takeSelected(store, pool, options);
  return { outcomes: store.outcomes, findings: store.findings, swept };
}

function ambiguousAddress(documents: number): PrecedentError {
  return new PrecedentError({
    code: 'usage',
    what: `one address cannot belong to ${documents} documents`,
    where: { file: 'npm run add' },
    mend: 'name one document, or leave --url out',
  });
}

interface Store {
  readonly folder: string;
  readonly known: KnownSource[];
  readonly outcomes: Outcome[];
  readonly findings: Finding[];
}

/** A document under the name of its file. */
interface Selected extends Document {
  readonly name: string;
}

/** Runs what may refuse one document; the refusal is a finding. */
function guarded<T>(store: Store, run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PrecedentError)) throw error;
    store.findings.push(error.finding);
    return null;
  }
}

function documentOf(store: Store, found: Found, named: string): Selected | null {
  if (found.kind === 'aside') {
    store.findings.push(found.finding);
    return null;
  }
  const { path } = found;
  if (found.kind === 'maildir') return maildirOf(store, path, found.files);
  const bytes = readFound(path, path === named);
  if (!(bytes instanceof Uint8Array)) {
    store.findings.push(bytes);
    return null;
  }
  return { ...reported(store, lookInto(bytes, path), path), name: path };
}

/** The mails of a Maildir as one mailbox. */
function maildirOf(store: Store, path: string, files: readonly string[]): Selected | null {
  const pieces = files.flatMap((file): readonly Piece[] => {
    const bytes = readFound(file, false);
    if (bytes instanceof Uint8Array) return guarded(store, () => mailOf(store, bytes, file)) ?? [];
    store.findings.push(bytes);
    return [];
  });
  if (pieces.length === 0) return null;
  return { name: path, format: 'maildir', pieces, bytes: compose(pieces), packed: false, problems: [] };
}

function mailOf(store: Store, bytes: Uint8Array, file: string): readonly Piece[] {
  const document = reported(store, lookInto(bytes, file), file);
  if (MAIL.has(document.format)) return document.pieces;
  throw new PrecedentError({
    code: 'mail-unreadable',
    what: `a mail was expected, this is ${document.format}`,
    where: { file },
    mend: 'compare with the archive it was taken from',
  });
}

function reported(store: Store, document: Document, file: string): Document {
  for (const { code, message, line } of document.problems) {
    const where = { file, ...(line === undefined ? {} : { line }) };
    store.findings.push({ code, what: message, where, mend: 'compare with the archive it was taken from' });
  }
  return document;
}

function wholeOf(document: Selected): Candidate {
  const { pieces, format } = document;
  return {
    name: document.name,
    bytes: document.bytes,
    format: format === 'maildir' ? formatOf(document.bytes) : format,
    messages: pieces.flatMap((piece) => piece.messages),
    list: listOf(pieces),
    notes: [
      ...(document.packed ? ['The archive was packed; these are its bytes unpacked.'] : []),
      ...(format === 'maildir' ? [ASSEMBLED] : []),
    ],
  };
}

const ASSEMBLED = 'The messages were files of their own and stand here as one mailbox (mboxrd).';

function formatOf(bytes: Uint8Array): string {
  return lookInto(bytes, 'composed').format;
}

function listOf(pieces: readonly Piece[]): string | null {
  return pieces.find(({ list }) => list !== null)?.list ?? null;
}

/** Formats whose documents can be cut into mails and put together again. */
const MAIL = new Set(['mbox', 'maildir', 'eml']);

function takeSelected(store: Store, pool: readonly Selected[], options: AddOptions): void {
  const chosen = new Set(
    select(
      pool.flatMap(({ pieces }) => pieces),
      options.selection,
    ),
  );
  const parts = pool.flatMap((document) => {
    const pieces = document.pieces.filter((piece) => chosen.has(piece));
    return pieces.length === 0 ? [] : [{ document, pieces }];
  });
  if (parts.length === 0) {
    const file = pool[0]?.name ?? 'the archive';
    const what = 'no message in it is what was asked for';
    store.findings.push({
      code: 'selection-empty',
      what,
      where: { file },
      mend: 'look at what it holds: npm run mine',
    });
    return;
  }
  const mails = parts.filter(({ document }) => MAIL.has(document.format));
  if (mails.length > 0) take(store, selectionOf(mails), options);
  // A page cannot be cut: one that holds what was asked for is taken whole.
  for (const { document } of parts) if (!MAIL.has(document.format)) take(store, wholeOf(document), options);
}

function selectionOf(parts: readonly { readonly document: Selected; readonly pieces: readonly Piece[] }[]): Candidate {
  const [first] = parts;
  const pieces = parts.flatMap((part) => part.pieces);
  const all = parts.reduce((sum, { document }) => sum + document.pieces.length, 0);
  if (first !== undefined && parts.length === 1 && pieces.length === all) return wholeOf(first.document);
  const bytes = compose(pieces);
  const files = parts.some(({ document }) => document.format !== 'mbox') && pieces.length > 1;
  return {
    name: first?.document.name ?? '',
    bytes,
    format: formatOf(bytes),
    messages: pieces.flatMap((piece) => piece.messages),
    list: listOf(pieces),
    notes: [
      `${pieces.length} of the ${all} messages of an archive, as they stand there.`,
      ...(files ? [ASSEMBLED] : []),
    ],
  };
}

function take(store: Store, candidate: Candidate, options: AddOptions): void {
  const { folder, known, outcomes, findings } = store;
  const ids = candidate.messages.map(({ id }) => id);
  const digest = sha256(candidate.bytes);
  const holder = holderOf(known, digest, ids);
  if (holder !== null) {
    const { url } = options;
    const locator = url !== undefined && guarded(store, () => addLocator(folder, holder.slug, url)) === true;
    outcomes.push({ kind: 'known', name: candidate.name, slug: holder.slug, locator });
    return;
  }
  const source = describe(candidate, options);
  if ('code' in source) {
    findings.push(source);
    return;
  }
  const slug = sourceSlug(source, (name) => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
  storeSource(folder, slug, { 'message.txt': candidate.bytes, 'source.yaml': sourceYaml(source) });
  const shared = sharedWith(known, candidate.messages);
  known.push({ slug, sha256: digest, ids: new Set(ids) });
  outcomes.push({ kind: 'taken', slug, title: source.title, messages: ids.length, shared });
}

function sharedWith(known: readonly KnownSource[], messages: readonly Message[]): Shared[] {
  return known.flatMap(({ slug, ids }) => {
    const count = messages.filter(({ id }) => ids.has(id)).length;
    return count === 0 ? [] : [{ slug, messages: count }];
  });
}
