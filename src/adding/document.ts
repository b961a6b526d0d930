import { readArchive } from '../archive/index.ts';
import { makeInput } from '../archive/input.ts';
import { firstValue, readFields } from '../archive/mail/headers.ts';
import { mailboxStretches, mbox } from '../archive/mail/mbox.ts';
import { readMail } from '../archive/mail/message.ts';
import { unpack } from '../archive/unpack.ts';
import type { Message, Problem } from '../model/message.ts';

/** The smallest piece of a document that can be taken by itself: one mail of a mailbox, or the whole of any other document. */
export interface Piece {
  /** Its bytes as archived. */
  readonly bytes: Uint8Array;
  /** The messages it holds, their text left out: more than one in a digest, a forwarded mail or a saved page. */
  readonly messages: readonly Message[];
  /** The list that the mail itself names (List-Id, RFC 2919), or null. */
  readonly list: string | null;
}

/** One document as far as taking it needs: its pieces, and how they are kept. */
export interface Document {
  readonly format: string;
  readonly pieces: readonly Piece[];
  /** The whole document, unpacked. */
  readonly bytes: Uint8Array;
  /** Whether bytes differ from the file because it was packed. */
  readonly packed: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Looks at a document without keeping its text: of a mailbox each mail is read and let go, so that the memory used is that of
 * the bytes and the headers. Throws a PrecedentError where no reader knows the bytes.
 */
export function lookInto(bytes: Uint8Array, name: string): Document {
  const unpacked = unpack(bytes, name);
  const packed = unpacked.bytes !== bytes;
  if (!mbox.detect(makeInput(unpacked.bytes, name))) {
    const { format, messages, problems } = readArchive(unpacked.bytes, name);
    const piece = { bytes: unpacked.bytes, messages: messages.map(withoutText), list: listOf(messages[0]) };
    return { format, pieces: [piece], bytes: unpacked.bytes, packed, problems: [...unpacked.problems, ...problems] };
  }
  const problems: Problem[] = [...unpacked.problems];
  const pieces = [...mailboxStretches(asBuffer(unpacked.bytes))].map((stretch): Piece => {
    const mail = readMail(stretch);
    problems.push(...mail.problems);
    return { bytes: stretch.bytes, messages: mail.messages.map(withoutText), list: listOf(mail.messages[0]) };
  });
  return { format: mbox.format, pieces, bytes: unpacked.bytes, packed, problems };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A copy without the lines; copied through JSON because a piece of a string would hold on to the whole of it. */
function withoutText({ lines: _, ...head }: Message): Message {
  const copy: Omit<Message, 'lines'> = JSON.parse(JSON.stringify(head));
  return { ...copy, lines: [] };
}

/** The identifier between the brackets of a List-Id field: `Kernel <linux-mm.kvack.org>` names `linux-mm.kvack.org`. */
function listOf(message: Message | undefined): string | null {
  const header = message?.lines.filter(({ zone }) => zone === 'header').map(({ text }) => text) ?? [];
  const value = firstValue(readFields(header), 'list-id');
  return /<([\w.-]{1,200})>\s*$/.exec(value?.slice(0, 1000) ?? '')?.[1] ?? null;
}

/** The separator that public-inbox writes; it names nobody. */
const SEPARATOR = 'From mboxrd@z Thu Jan  1 00:00:00 1970\n';

/**
 * Puts pieces together as one document. Mails of a mailbox keep their bytes, separators included; a mail that was a file of its
 * own gets a separator in front, and `From ` at the start of its lines is marked as the mboxrd dialect does.
 */
export function compose(pieces: readonly Piece[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only.bytes;
  const parts = pieces.flatMap((piece, index) => {
    const bytes = mailboxed(asBuffer(piece.bytes));
    // The next separator is known by the blank line in front of it.
    return index < pieces.length - 1 ? [bytes, gapAfter(bytes)] : [bytes];
  });
  return Buffer.concat(parts);
}

function mailboxed(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 5).toString('latin1') === 'From ') return bytes;
  const marked = bytes.toString('latin1').replace(/^(>*From )/gm, '>$1');
  return Buffer.from(`${SEPARATOR}${marked}`, 'latin1');
}

function gapAfter(bytes: Buffer): Buffer {
  const end = bytes.subarray(-4).toString('latin1').replaceAll('\r', '');
  return Buffer.from(end.endsWith('\n\n') ? '' : end.endsWith('\n') ? '\n' : '\n\n');
}
