import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../model/digest.ts';
import type { Message } from '../model/message.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { type Proposal, proposePeople } from '../people/propose.ts';
import { loadPeople } from '../records/load.ts';
import { selectionsOf, wholeOf } from './candidates.ts';
import { type Candidate, describe, sourceSlug, sourceYaml, type Told } from './describe.ts';
import { addLocator, holderOf, type KnownSource, knownSources } from './known.ts';
import { HELD } from './large.ts';
import { guarded, lookAt, type Named } from './looking.ts';
import { isSelective, type Selection } from './selection.ts';
import { openStore, storeSource } from './store.ts';
import { findDocuments } from './walk.ts';

export interface AddOptions extends Told {
  readonly selection: Selection;
  /** Bytes of a mailbox that are held at most, and of a source. */
  readonly held?: number;
  /** Called with the number of messages read. */
  readonly onProgress?: (messages: number) => void;
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
  /** Names in what was taken that may be one person's. */
  readonly proposals: readonly Proposal[];
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
export async function addArchives(root: string, paths: readonly string[], options: AddOptions): Promise<Added> {
  const found = paths.flatMap((path) => [...findDocuments(path)].map((one) => ({ one, named: path })));
  if (options.url !== undefined && found.length > 1 && !isSelective(options.selection))
    throw ambiguousAddress(found.length);
  const { folder, swept } = openStore(root);
  const store: Store = { folder, known: knownSources(folder), outcomes: [], findings: [], messages: [] };
  let read = 0;
  const onMessage = (): void => {
    read += 1;
    options.onProgress?.(read);
  };
  const pool: Named[] = [];
  for (const { one, named } of found) {
    const telling = { findings: store.findings, onMessage, held: options.held ?? HELD };
    const document = await guarded(store.findings, () =>
      lookAt(one, one.kind === 'file' && one.path === named, telling),
    );
    if (document === null) continue;
    if (isSelective(options.selection)) pool.push(document);
    else await takeIfCan(store, () => wholeOf(document, options.held), options);
  }
  if (isSelective(options.selection)) {
    const wanted = selectionsOf(pool, options.selection, options.held);
    if ('code' in wanted) store.findings.push(wanted);
    else for (const candidate of wanted) await takeIfCan(store, candidate, options);
  }
  return {
    outcomes: store.outcomes,
    findings: store.findings,
    swept,
    proposals: proposePeople(store.messages, loadPeople(root)),
  };
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
  /** Everything that was taken. */
  readonly messages: Message[];
}

async function takeIfCan(store: Store, make: () => Promise<Candidate>, options: AddOptions): Promise<void> {
  const candidate = await guarded(store.findings, make);
  if (candidate !== null) await take(store, candidate, options);
}

async function take(store: Store, candidate: Candidate, options: AddOptions): Promise<void> {
  const { folder, known, outcomes, findings } = store;
  const ids = candidate.messages.map(({ id }) => id);
  const digest = sha256(candidate.bytes);
  const holder = holderOf(known, digest, ids);
  if (holder !== null) {
    const { url } = options;
    const locator = url !== undefined && (await guarded(findings, () => addLocator(folder, holder.slug, url))) === true;
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
  for (const message of candidate.messages) store.messages.push(message);
  outcomes.push({ kind: 'taken', slug, title: source.title, messages: ids.length, shared });
}

function sharedWith(known: readonly KnownSource[], messages: readonly Message[]): Shared[] {
  return known.flatMap(({ slug, ids }) => {
    const count = messages.filter(({ id }) => ids.has(id)).length;
    return count === 0 ? [] : [{ slug, messages: count }];
  });
}
