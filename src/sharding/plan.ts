import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { kindOfFile } from '../archive/file-stream.ts';
import { listPlaces, type Place } from '../archive/places.ts';
import { canonicalJson, sha256 } from '../model/digest.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { lost, unreadable } from '../records/document.ts';
import { type LargeMailbox, scanMailbox, threadCount, threadWeight } from './mailbox.ts';

/** Mailboxes of more bytes are read thread by thread, so that the memory used does not grow with them. */
export const WHOLE = 16_000_000;

/** A packed file of fewer bytes is read whole: mail grows four to ten times. */
const PACKED_WHOLE = WHOLE / 8;

/** A packed mailbox that grows more often than this is a bomb, as in `archive/unpack.ts`. */
const GROWTH = 100;

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
 * (also one packed with gzip), each of its threads. Such a mailbox is read once for this. The same files give the same plan.
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
  try {
    const file = place.kind === 'file' ? await largeMailbox(place.name, whole, folders) : null;
    if (file === null) return document;
    const { mailbox, problems } = await scanMailbox(file, onMessage);
    return { place, mailbox, findings: problems.map((problem) => lost(place.name, problem)) };
  } catch {
    // Reading it as one document says what is wrong.
    return document;
  }
}

/** The mailbox to be read thread by thread, unpacked if it was packed; null where a document is none, or small enough to be held. */
async function largeMailbox(file: string, whole: number, folders: string[]): Promise<string | null> {
  const { size } = statSync(file);
  if (size <= Math.min(PACKED_WHOLE, whole)) return null;
  const { gzip, mailbox } = kindOfFile(file);
  if (!mailbox) return null;
  if (!gzip) return size > whole ? file : null;
  const folder = mkdtempSync(join(tmpdir(), 'precedent-unpacked-'));
  folders.push(folder);
  const unpacked = join(folder, 'mbox');
  await pipeline(createReadStream(file), createGunzip(), limited(size * GROWTH, file), createWriteStream(unpacked));
  return statSync(unpacked).size > whole ? unpacked : null;
}

function limited(most: number, file: string): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed <= most) done(null, chunk);
      else
        done(
          new PrecedentError({
            code: 'unpack-failed',
            what: 'the document grows beyond all measure when it is unpacked',
            where: { file },
            mend: 'unpack it by hand if you trust it',
          }),
        );
    },
  });
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
