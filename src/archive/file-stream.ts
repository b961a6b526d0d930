import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { makeInput } from './input.ts';
import { mbox } from './mail/mbox.ts';

/** What a look at the first bytes of a file tells. */
export interface FileKind {
  readonly gzip: boolean;
  readonly mailbox: boolean;
}

/** Bytes that are enough to tell a mailbox. */
const HEAD = 65_536;

/** Tells by its first bytes whether a file is packed with gzip, and whether it is a mailbox then. */
export function kindOfFile(file: string): FileKind {
  const head = firstBytes(file);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const start = gzip ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
  return { gzip, mailbox: mbox.detect(makeInput(start, file)) };
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

/** The bytes of a file, unpacked where they are packed. Damage is told and ends them, so that what came before is read. */
export async function* fileChunks(
  file: string,
  gzip: boolean,
  onDamage: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
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
