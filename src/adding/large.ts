import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { fileChunks, kindOfFile } from '../archive/file-stream.ts';
import { mbox } from '../archive/mail/mbox.ts';
import { readMail } from '../archive/mail/message.ts';
import type { Packing } from '../archive/packings.ts';
import { inboxMails, noInbox } from '../archive/public-inbox-git.ts';
import { readStretches } from '../archive/stream.ts';
import type { Problem } from '../model/message.ts';
import { Interned } from '../threads/interned.ts';
import { type Document, type Piece, pieceOf } from './document.ts';

/** A mailbox of more bytes is not held but read along, twice where something of it is taken. */
export const HELD = 64_000_000;
/** Packed, mail is four to ten times smaller. */
const PACKING = 8;

/** Called with every message that is read. */
type OnMessage = () => void;

/** Whether a file is a mailbox too large to be held. */
export function isLargeMailbox(file: string, held: number): boolean {
  const { size } = statSync(file);
  if (size <= held / PACKING) return false;
  const { packing, mailbox } = kindOfFile(file);
  return mailbox && (packing !== null || size > held);
}

/**
 * Looks at a large mailbox as its bytes come in, packed or not: only heads of messages are kept, and where each mail lies, so
 * that its size does not matter. A packed one is unpacked once more for the mails that are taken.
 */
export async function lookAlong(file: string, onMessage: OnMessage): Promise<Document> {
  const { packing } = kindOfFile(file);
  const problems: Problem[] = [];
  const offsets = new Map<Piece, number>();
  const once = new Interned();
  for await (const { bytes, firstLine, offset } of readStretches(
    fileChunks(file, packing, (problem) => problems.push(problem)),
    { name: file },
  )) {
    const mail = readMail({ bytes, firstLine });
    for (const problem of mail.problems) problems.push(problem);
    for (const _ of mail.messages) onMessage();
    offsets.set(pieceOf(mail.messages, bytes.length, once), offset);
  }
  return {
    format: mbox.format,
    pieces: [...offsets.keys()],
    bytesOf: (pieces) =>
      bytesAt(
        file,
        packing,
        pieces.map((piece) => ({ offset: offsets.get(piece) ?? 0, size: piece.size })),
      ),
    whole: null,
    packed: packing !== null,
    problems,
  };
}

interface Span {
  readonly offset: number;
  readonly size: number;
}

function bytesAt(file: string, packing: Packing | null, spans: readonly Span[]): Promise<Uint8Array[]> {
  return packing === null ? plainBytes(file, spans) : packedBytes(file, packing, spans);
}

async function plainBytes(file: string, spans: readonly Span[]): Promise<Uint8Array[]> {
  const descriptor = openSync(file, 'r');
  try {
    return spans.map(({ offset, size }) => {
      const bytes = Buffer.alloc(size);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, size, offset));
    });
  } finally {
    closeSync(descriptor);
  }
}

async function packedBytes(file: string, packing: Packing, spans: readonly Span[]): Promise<Uint8Array[]> {
  const found = new Map<number, Uint8Array>(spans.map(({ offset }) => [offset, new Uint8Array()]));
  // Damage was told when the file was read the first time.
  for await (const { bytes, offset } of readStretches(fileChunks(file, packing, () => {}))) {
    if (found.has(offset)) found.set(offset, Uint8Array.from(bytes));
  }
  return spans.map(({ offset }) => found.get(offset) ?? new Uint8Array());
}

/** Looks at a public-inbox repository, a batch of mails at a time; git is asked again for those that are taken. */
export function lookIntoRepository(path: string, onMessage: OnMessage): Document {
  const problems: Problem[] = [];
  const objects = new Map<Piece, string>();
  const once = new Interned();
  for (const { object, bytes } of inboxMails(path)) {
    const mail = readMail({ bytes, firstLine: 1 });
    for (const problem of mail.problems) problems.push(problem);
    for (const _ of mail.messages) onMessage();
    objects.set(pieceOf(mail.messages, bytes.length, once), object);
  }
  if (objects.size === 0) throw noInbox(path);
  return {
    format: 'public-inbox',
    pieces: [...objects.keys()],
    bytesOf: async (pieces) => {
      const wanted = pieces.flatMap((piece) => objects.get(piece) ?? []);
      return [...inboxMails(path, wanted)].map(({ bytes }) => Uint8Array.from(bytes));
    },
    whole: null,
    packed: false,
    problems,
  };
}
