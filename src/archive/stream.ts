import type { Message } from '../model/message.ts';
import { PrecedentError } from '../model/problem.ts';
import { mailboxStretches } from './mail/mbox.ts';
import { readMail } from './mail/message.ts';
import type { Stretch } from './mail/parts.ts';

/** How a mailbox is read along. */
export interface Along {
  /** The name to report it by. */
  readonly name?: string;
  /** Bytes that are looked at together; a longer mail is looked at whole. */
  readonly window?: number;
  /** Bytes of a mail beyond which it is refused: it has to be held whole, as text as well. */
  readonly longest?: number;
}

const WINDOW = 8_000_000;
/** No mail system lets one of this size through, and text of twice as many characters fits into no string. */
const LONGEST = 256_000_000;

/**
 * Reads the messages of a mailbox as its bytes come in, so that the memory used does not grow with the mailbox. Gives the
 * same messages in the same order as reading it whole. Throws as `readStretches` does.
 *
 * @example for await (const message of readMessages(createReadStream('list.mbox'))) …
 */
export async function* readMessages(chunks: AsyncIterable<Uint8Array>, along: Along = {}): AsyncGenerator<Message> {
  for await (const stretch of readStretches(chunks, along)) yield* readMail(stretch).messages;
}

/** A stretch and where its bytes begin in the mailbox. */
export interface PlacedStretch extends Stretch {
  readonly offset: number;
}

/**
 * Cuts a mailbox into the stretches of its mails as its bytes come in, as `readMessages` does, and says where each lies. Throws a
 * PrecedentError `mail-too-large` where a mail does not end within `longest` bytes.
 */
export async function* readStretches(
  chunks: AsyncIterable<Uint8Array>,
  { name = 'the mailbox', window = WINDOW, longest = LONGEST }: Along = {},
): AsyncGenerator<PlacedStretch> {
  let passed = 0;
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
    for (const stretch of whole) yield placed(stretch, bytes, passed, firstLine);
    const kept = bytes.subarray(rest.offset);
    firstLine += rest.lines;
    passed += rest.offset;
    // A copy lets go of the bytes that are done with.
    held = [Buffer.from(kept)];
    size = kept.length;
    if (size > longest) throw endless(name, firstLine, longest);
    wanted = Math.max(window, Math.min(size * 2, longest + 1));
  }
  const bytes = Buffer.concat(held);
  for (const stretch of mailboxStretches(bytes)) yield placed(stretch, bytes, passed, firstLine);
}

function endless(file: string, line: number, longest: number): PrecedentError {
  return new PrecedentError({
    code: 'mail-too-large',
    what: `a mail does not end within ${longest / 1_000_000} MB`,
    where: { file, line },
    mend: 'look at the line named: either the mail is to be taken out, or this is no mailbox',
  });
}

/** A stretch of the bytes held, as one of the whole mailbox. */
function placed(stretch: Stretch, held: Buffer, passed: number, firstLine: number): PlacedStretch {
  return {
    bytes: stretch.bytes,
    firstLine: firstLine + stretch.firstLine - 1,
    offset: passed + stretch.bytes.byteOffset - held.byteOffset,
  };
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
