import { closeSync, createReadStream, openSync, readFileSync, readSync } from 'node:fs';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { type Found, findDocuments } from '../adding/walk.ts';
import { readArchive } from '../archive/index.ts';
import { makeInput } from '../archive/input.ts';
import { mbox } from '../archive/mail/mbox.ts';
import { readMessages } from '../archive/stream.ts';
import type { Message } from '../model/message.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';

/** The messages of some archives, one after another, and what could not be read. */
export interface MessageStream {
  /** Reads them from the start; every time the same messages in the same order, as long as the files are the same. */
  read(): AsyncGenerator<Message>;
  /** What the first reading could not read; complete once it has ended. */
  readonly findings: readonly Finding[];
}

/**
 * Opens archives for reading message by message, so that the memory used does not grow with them: mailboxes, also packed with
 * gzip, are read as their bytes come in, the mails of a Maildir one by one. Any other document is read whole, by itself.
 *
 * Throws a PrecedentError `place-missing` where a path is not there.
 */
export function openStream(paths: readonly string[]): MessageStream {
  const found = paths.flatMap((path) => [...findDocuments(path)]);
  const findings: Finding[] = found.flatMap((one) => (one.kind === 'aside' ? [one.finding] : []));
  const told = new Set<string>();
  const tell = (error: unknown, file: string): void => {
    // A second reading meets the same.
    if (!told.has(file)) findings.push(findingOf(error, file));
    told.add(file);
  };
  return {
    findings,
    async *read() {
      for (const file of found.flatMap(filesOf)) {
        try {
          yield* messagesOf(file, (error) => tell(error, file));
        } catch (error) {
          tell(error, file);
        }
      }
    },
  };
}

function filesOf(found: Found): readonly string[] {
  if (found.kind === 'aside') return [];
  return found.kind === 'maildir' ? found.files : [found.path];
}

async function* messagesOf(file: string, onDamage: (error: unknown) => void): AsyncGenerator<Message> {
  const head = firstBytes(file);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const start = gzip ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
  if (mbox.detect(makeInput(start, file))) yield* readMessages(chunksOf(file, gzip, onDamage));
  else yield* readArchive(readFileSync(file), file).messages;
}

/** Bytes that are enough to tell a mailbox. */
const HEAD = 65_536;

function firstBytes(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(descriptor, head, 0, HEAD, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file, unpacked where they are packed. Damage is told and ends them, so that what came before is read. */
async function* chunksOf(file: string, gzip: boolean, onDamage: (error: unknown) => void): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(file, { highWaterMark: 1 << 20 });
  const stream = gzip ? packed.pipe(createGunzip()) : packed;
  packed.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    onDamage(error);
  } finally {
    packed.destroy();
  }
}

function findingOf(error: unknown, file: string): Finding {
  if (error instanceof PrecedentError) return error.finding;
  if (!(error instanceof Error && 'code' in error)) throw error;
  return {
    code: 'place-unreadable',
    what: `it cannot be read, or not to its end (${String(error.code)})`,
    where: { file },
    mend: 'check its permissions, or fetch it again',
  };
}
