import type { Message } from '../model/message.ts';
import { mailboxStretches } from './mail/mbox.ts';
import { readMail } from './mail/message.ts';
import type { Stretch } from './mail/parts.ts';

/** Bytes of a mailbox that are looked at together, unless told otherwise. */
const WINDOW = 8_000_000;

/**
 * Reads the messages of a mailbox as its bytes come in, so that the memory used does not grow with the mailbox. Gives the
 * same messages in the same order as reading it whole. `window` is the number of bytes looked at together; a longer message
 * is looked at whole.
 *
 * @example for await (const message of readMessages(createReadStream('list.mbox'))) …
 */
export async function* readMessages(chunks: AsyncIterable<Uint8Array>, window = WINDOW): AsyncGenerator<Message> {
  let held: Buffer[] = [];
  let size = 0;
  let firstLine = 1;
  // What is kept back must have doubled before it is looked at again, so that one huge mail costs no more than its length.
  let wanted = window;
  for await (const chunk of chunks) {
    held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    size += chunk.byteLength;
    if (size < wanted) continue;
    const bytes = Buffer.concat(held);
    const { whole, rest } = cut(bytes);
    for (const stretch of whole) yield* messagesIn(stretch, firstLine);
    const kept = bytes.subarray(rest.offset);
    firstLine += rest.lines;
    // A copy lets go of the bytes that are done with.
    held = [Buffer.from(kept)];
    size = kept.length;
    wanted = Math.max(window, size * 2);
  }
  for (const stretch of mailboxStretches(Buffer.concat(held))) yield* messagesIn(stretch, firstLine);
}

function messagesIn({ bytes, firstLine }: Stretch, first: number): readonly Message[] {
  return readMail({ bytes, firstLine: first + firstLine - 1 }).messages;
}

/** The messages that are surely whole, and where the rest begins: the last one may go on, or be no message yet. */
function cut(bytes: Buffer): { whole: Stretch[]; rest: { offset: number; lines: number } } {
  const stretches = [...mailboxStretches(bytes, true)];
  const last = stretches.at(-1);
  if (last === undefined) return { whole: [], rest: { offset: 0, lines: 0 } };
  return {
    whole: stretches.slice(0, -1),
    rest: { offset: last.bytes.byteOffset - bytes.byteOffset, lines: last.firstLine - 1 },
  };
}
