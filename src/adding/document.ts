import { readArchive } from '../archive/index.ts';
import { makeInput } from '../archive/input.ts';
import { firstValue, readFields } from '../archive/mail/headers.ts';
import { mailboxStretches, mbox } from '../archive/mail/mbox.ts';
import { readMail } from '../archive/mail/message.ts';
import { unpack } from '../archive/unpack.ts';
import type { Message, Problem } from '../model/message.ts';
import { Interned } from '../threads/interned.ts';

/** The smallest piece of a document that can be taken by itself: one mail of a mailbox, or the whole of any other document. */
export interface Piece {
  /** The messages it holds, their text left out: more than one in a digest, a forwarded mail or a saved page. */
  readonly messages: readonly Message[];
  /** The list that the mail itself names (List-Id, RFC 2919), or null. */
  readonly list: string | null;
  /** Number of its bytes. */
  readonly size: number;
}

/** One document as far as taking it needs: its pieces, and how their bytes are had. */
export interface Document {
  readonly format: string;
  readonly pieces: readonly Piece[];
  /** The bytes of some of its pieces as archived, in their order; a large document is read for them again. */
  readonly bytesOf: (pieces: readonly Piece[]) => Promise<readonly Uint8Array[]>;
  /** The whole document, unpacked; null where it is too large to be held. */
  readonly whole: Uint8Array | null;
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
  const stretches = mbox.detect(makeInput(unpacked.bytes, name))
    ? [...mailboxStretches(asBuffer(unpacked.bytes))]
    : null;
  const problems: Problem[] = [...unpacked.problems];
  const held = new Map<Piece, Uint8Array>();
  const once = new Interned();
  let { format }: { format: string } = mbox;
  if (stretches === null) {
    const archive = readArchive(unpacked.bytes, name);
    format = archive.format;
    for (const problem of archive.problems) problems.push(problem);
    held.set(pieceOf(archive.messages, unpacked.bytes.length, once), unpacked.bytes);
  } else {
    for (const stretch of stretches) {
      const mail = readMail(stretch);
      problems.push(...mail.problems);
      held.set(pieceOf(mail.messages, stretch.bytes.length, once), stretch.bytes);
    }
  }
  return {
    format,
    pieces: [...held.keys()],
    bytesOf: async (pieces) => pieces.flatMap((piece) => held.get(piece) ?? []),
    whole: unpacked.bytes,
    packed,
    problems,
  };
}

/** A piece of a document, of whose messages the text is let go. */
export function pieceOf(messages: readonly Message[], size: number, once: Interned): Piece {
  const list = listOf(messages[0]);
  return {
    messages: messages.map((message) => once.head(message)),
    list: list === null ? null : once.string(list),
    size,
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
 * Puts the bytes of mails together as one document. Mails of a mailbox keep their bytes, separators included; a mail that was a
 * file of its own gets a separator in front, and `From ` at the start of its lines is marked as the mboxrd dialect does.
 */
export function compose(mails: readonly Uint8Array[]): Uint8Array {
  const [only] = mails;
  if (only !== undefined && mails.length === 1) return only;
  const parts = mails.flatMap((mail, index) => {
    const bytes = mailboxed(asBuffer(mail));
    // The next separator is known by the blank line in front of it.
    return index < mails.length - 1 ? [bytes, gapAfter(bytes)] : [bytes];
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
