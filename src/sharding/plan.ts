import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPlaces, type Place } from '../archive/places.ts';
import { canonicalJson, sha256 } from '../model/digest.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { lost, unreadable } from '../records/document.ts';
import { type LargeMailbox, scanMails, threadCount, threadWeight } from './mailbox.ts';
import { openMails } from './unpacked.ts';

/** Mailboxes of more bytes are read thread by thread, so that the memory used does not grow with them. */
export const WHOLE = 16_000_000;

/** One document to be read: whole, or thread by thread. */
export interface PlannedDocument {
  readonly place: Place;
  readonly mailbox: LargeMailbox | null;
  /** What the first reading met. */
  readonly findings: readonly Finding[];
}

/** What a run has to do: documents, cut into units of work in one order that is the same for everybody. */
export interface Plan {
  readonly documents: readonly PlannedDocument[];
  /** For each unit its document, its thread (-1 for a whole document) and how many bytes it has. */
  readonly documentOf: Float64Array;
  readonly threadOf: Float64Array;
  readonly weights: Float64Array;
  /** Tells parts of one input from those of another. */
  readonly digest: string;
}

/** What is done with a plan, and how its temporary files are let go. */
export interface OpenPlan {
  readonly plan: Plan;
  readonly end: () => void;
}

/**
 * Lists the documents of some paths and cuts them into units of work: a document, or, in a mailbox of more than `whole` bytes
 * (also packed), a Maildir or a repository that holds as much, each of its threads. Such a one is read once for this. The same files give the same plan.
 */
export async function makePlan(
  paths: readonly string[],
  { whole = WHOLE, onMessage = () => {} }: { whole?: number; onMessage?: (done: number) => void } = {},
): Promise<OpenPlan> {
  const folders: string[] = [];
  const documents: PlannedDocument[] = [];
  const end = (): void => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const path of paths) {
      for (const place of placesOf(path)) {
        documents.push(
          'finding' in place ? failed(path, place.finding) : await planned(place, whole, folders, onMessage),
        );
      }
    }
    return { plan: unitsOf(documents), end };
  } catch (error) {
    end();
    throw error;
  }
}

function placesOf(path: string): readonly (Place | { finding: Finding })[] {
  try {
    return [...listPlaces(path)];
  } catch (error) {
    return [{ finding: unreadable(path, error) }];
  }
}

/** A path that leads nowhere: planned all the same, so that reading it tells why. */
function failed(path: string, finding: Finding): PlannedDocument {
  return { place: { name: path, kind: 'file' }, mailbox: null, findings: [finding] };
}

async function planned(
  place: Place,
  whole: number,
  folders: string[],
  onMessage: (done: number) => void,
): Promise<PlannedDocument> {
  const document = { place, mailbox: null, findings: [] };
  const makeFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-unpacked-'));
    folders.push(folder);
    return folder;
  };
  try {
    const open = await openMails(place, whole, makeFolder);
    if (open === null) return document;
    const { mailbox, problems } = await scanMails(open, onMessage);
    // Reading it as one document says what is wrong with one that holds no mail.
    if (mailbox.mailOf.length === 0) return document;
    return { place, mailbox, findings: problems.map((problem) => lost(place.name, problem)) };
  } catch (error) {
    // A bomb must not be unpacked once more; whatever else is wrong, reading it as one document says.
    return error instanceof PrecedentError ? { ...document, findings: [error.finding] } : document;
  }
}

function unitsOf(documents: readonly PlannedDocument[]): Plan {
  const units = documents.flatMap(({ place, mailbox }, document): [number, number, number][] => {
    if (mailbox === null) return [[document, -1, weightOf(place)]];
    return Array.from({ length: threadCount(mailbox) }, (_, thread) => [
      document,
      thread,
      threadWeight(mailbox, thread),
    ]);
  });
  const column = (index: 0 | 1 | 2): Float64Array => {
    const shared = new Float64Array(new SharedArrayBuffer(units.length * Float64Array.BYTES_PER_ELEMENT));
    units.forEach((unit, at) => {
      shared[at] = unit[index];
    });
    return shared;
  };
  const named = documents.map(({ place, mailbox }) => [
    place.name,
    mailbox === null ? weightOf(place) : [mailbox.offsets.length, mailbox.mailOf.length, threadCount(mailbox)],
  ]);
  return {
    documents,
    documentOf: column(0),
    threadOf: column(1),
    weights: column(2),
    digest: sha256(canonicalJson(named)).slice(0, 16),
  };
}

function weightOf({ name }: Place): number {
  return statSync(name, { throwIfNoEntry: false })?.size ?? 0;
}

/** The plan of one document alone. */
export function planOf(document: PlannedDocument): Plan {
  return unitsOf([document]);
}

/** One share of the work: the `number`th of `of`, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** The units of a shard: neighbours, so that each reads its own stretch of an archive, and about as many bytes as the others. */
export function unitsIn({ weights }: Plan, { number, of }: Shard): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  const units: number[] = [];
  weights.forEach((weight, unit) => {
    const share = whole === 0 ? unit % of : Math.min(of - 1, Math.floor((of * (before + weight / 2)) / whole));
    if (share === number - 1) units.push(unit);
    before += weight;
  });
  return units;
}
