import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Problem } from '../model/message.ts';
import { PrecedentError } from '../model/problem.ts';
import { makeInput } from './input.ts';
import { mbox } from './mail/mbox.ts';
import { type Packing, packingOf, plainChunks } from './packings.ts';
import { damaged, GROWTH, HARMLESS, tooLarge } from './unpack.ts';

/** What a look at the first bytes of a file tells. */
export interface FileKind {
  /** How it is packed; null where it is not. */
  readonly packing: Packing | null;
  readonly mailbox: boolean;
}

/** Bytes that are enough to tell a mailbox. */
const HEAD = 65_536;

/** Tells by its first bytes how a file is packed, and whether it is a mailbox then. */
export function kindOfFile(file: string): FileKind {
  const head = firstBytes(file);
  const packing = packingOf(head);
  const start = packing === null ? head : unpackedHead(packing, head, file);
  return { packing, mailbox: start !== null && mbox.detect(makeInput(start.subarray(0, HEAD), file)) };
}

/** The beginning of a packed file; null where it gives nothing, or far too much. */
function unpackedHead(packing: Packing, head: Buffer, file: string): Buffer | null {
  try {
    return packing.head(head, file, HARMLESS);
  } catch {
    // Reading it whole says what is wrong.
    return null;
  }
}

function firstBytes(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(descriptor, head, 0, HEAD, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The bytes of a file, unpacked where they are packed, in memory that does not grow with it. Damage is told and ends them, so that
 * what came before is read. Rejects with a PrecedentError `unpack-failed` where they grow beyond all measure, and with the
 * error of the system where a file that is not packed cannot be read.
 */
export async function* fileChunks(
  file: string,
  packing: Packing | null,
  onDamage: (problem: Problem) => void,
): AsyncGenerator<Uint8Array> {
  if (packing === null) {
    yield* plainChunks(file);
    return;
  }
  const most = Math.max(HARMLESS, statSync(file).size * GROWTH);
  let passed = 0;
  try {
    for await (const chunk of packing.chunks(file)) {
      passed += chunk.byteLength;
      if (passed > most) throw tooLarge(file);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof PrecedentError) throw error;
    onDamage(damaged(packing.name, error instanceof Error ? error.message : String(error)));
  }
}
