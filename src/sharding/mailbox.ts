import { closeSync, openSync, readSync } from 'node:fs';
import { cutOff } from '../archive/mail/cut.ts';
import { readMail } from '../archive/mail/message.ts';
import type { Stretch } from '../archive/mail/parts.ts';
import { FooterTally } from '../attribution/zones/index.ts';
import type { Message, Problem } from '../model/message.ts';
import { foldCopies, threadMessages } from '../threads/index.ts';
import { Interned } from '../threads/interned.ts';
import { Numbers } from './numbers.ts';
import type { OpenMails } from './unpacked.ts';

/** A mailbox that is too large to be held: where its mails lie, and the threads they make. Nothing of their text is kept. */
export interface LargeMailbox {
  readonly format: string;
  /** The file in which its mails lie. */
  readonly file: string;
  /** For each mail: where its bytes begin, how many they are, the number of its first line. */
  readonly offsets: Float64Array;
  readonly lengths: Float64Array;
  readonly firstLines: Float64Array;
  /** For each message: the mail it comes in, and its place among the messages of that mail (a digest has several). */
  readonly mailOf: Float64Array;
  readonly placeOf: Float64Array;
  /** The messages of all threads one after another, each thread in the order of the archive, with where each thread begins. */
  readonly threaded: Float64Array;
  readonly threadStarts: Float64Array;
  /** Everybody who sent a message, once. */
  readonly senders: readonly Pick<Message, 'from'>[];
  /** What the list puts below its mails. */
  readonly footers: readonly string[];
}

/** A message without its text, which is read again if somebody asks for it. */
class Head implements Message {
  readonly id: string;
  readonly from: Message['from'];
  readonly fromBasis: Message['fromBasis'];
  readonly dateText = null;
  readonly date: string | null;
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly index: number;
  private readonly read: (index: number) => Message;

  constructor(message: Message, index: number, once: Interned, read: (index: number) => Message) {
    this.id = once.string(message.id);
    this.from = once.sender(message.from);
    this.fromBasis = message.fromBasis;
    this.date = message.date;
    this.subject = once.string(message.subject);
    this.inReplyTo = message.inReplyTo === null ? null : once.string(message.inReplyTo);
    this.references = message.references.map((id) => once.string(id));
    this.index = index;
    this.read = read;
  }

  get lines(): Message['lines'] {
    return this.read(this.index).lines;
  }
}

/**
 * Reads the mails of a document once from beginning to end, in memory that grows with the number of them and not with their text, and
 * sorts them into threads (`threadMessages`). `onMessage` is told how many messages have been read.
 */
export async function scanMails(
  { format, file, mails, problems: met }: OpenMails,
  onMessage: (done: number) => void = () => {},
): Promise<{ mailbox: LargeMailbox; problems: readonly Problem[] }> {
  const [offsets, lengths, firstLines] = [new Numbers(), new Numbers(), new Numbers()];
  const [mailOf, placeOf] = [new Numbers(), new Numbers()];
  const problems: Problem[] = [];
  const heads: Head[] = [];
  const once = new Interned();
  const footers = new FooterTally();
  const read = (index: number): Message => {
    const at = mailOf.at(index);
    const handle = openSync(file, 'r');
    try {
      return readAgain(handle, offsets.at(at), lengths.at(at), firstLines.at(at), placeOf.at(index));
    } finally {
      closeSync(handle);
    }
  };
  let last: Stretch | null = null;
  for await (const { bytes, firstLine, offset } of mails) {
    const mail = readMail({ bytes, firstLine });
    for (const problem of mail.problems) problems.push(problem);
    for (const [place, message] of mail.messages.entries()) {
      footers.add(message);
      heads.push(new Head(message, heads.length, once, read));
      mailOf.push(offsets.length);
      placeOf.push(place);
    }
    offsets.push(offset);
    lengths.push(bytes.length);
    firstLines.push(firstLine);
    last = { bytes, firstLine };
    onMessage(heads.length);
  }
  const cut = last === null || format !== 'mbox' ? null : cutOff(last);
  if (cut !== null) problems.push(cut);
  return {
    mailbox: {
      format,
      file,
      offsets: offsets.shared(),
      lengths: lengths.shared(),
      firstLines: firstLines.shared(),
      mailOf: mailOf.shared(),
      placeOf: placeOf.shared(),
      ...threadsOf(heads),
      senders: once.everybody(),
      footers: footers.footers(),
    },
    problems: [...met, ...problems],
  };
}

function threadsOf(heads: readonly Head[]): Pick<LargeMailbox, 'threaded' | 'threadStarts'> {
  const indexOf = new Map<Message, number>(heads.map((head) => [head, head.index]));
  const { originals, copyOf } = foldCopies(heads);
  const copies = Map.groupBy(copyOf.keys(), (copy) => copyOf.get(copy));
  const [threaded, threadStarts] = [new Numbers(), new Numbers()];
  for (const { messages } of threadMessages(originals)) {
    threadStarts.push(threaded.length);
    const members = messages.flatMap((message) => [message, ...(copies.get(message) ?? [])]);
    const indices = members.flatMap((message) => indexOf.get(message) ?? []);
    for (const index of indices.sort((a, b) => a - b)) threaded.push(index);
  }
  threadStarts.push(threaded.length);
  return { threaded: threaded.shared(), threadStarts: threadStarts.shared() };
}

/** The number of threads of a mailbox. */
export function threadCount({ threadStarts }: LargeMailbox): number {
  return threadStarts.length - 1;
}

/** The indices of the messages of one thread, in the order of the archive. */
export function threadAt({ threaded, threadStarts }: LargeMailbox, thread: number): Float64Array {
  return threaded.subarray(threadStarts[thread], threadStarts[thread + 1]);
}

/** Bytes of the mails of one thread. */
export function threadWeight(mailbox: LargeMailbox, thread: number): number {
  return threadAt(mailbox, thread).reduce((sum, index) => sum + (mailbox.lengths[mailbox.mailOf[index] ?? 0] ?? 0), 0);
}

/** Reads single messages of a mailbox again, text and all, until it is closed. */
export interface MailboxReader {
  message(index: number): Message;
  close(): void;
}

/** Opens a mailbox for reading single messages. Throws a RangeError where the file is no longer the one that was scanned. */
export function openMailbox({ file, offsets, lengths, firstLines, mailOf, placeOf }: LargeMailbox): MailboxReader {
  const handle = openSync(file, 'r');
  return {
    message(index) {
      const at = mailOf[index] ?? 0;
      return readAgain(handle, offsets[at] ?? 0, lengths[at] ?? 0, firstLines[at] ?? 1, placeOf[index] ?? 0);
    },
    close: () => closeSync(handle),
  };
}

function readAgain(handle: number, offset: number, length: number, firstLine: number, place: number): Message {
  const bytes = Buffer.alloc(length);
  const read = readSync(handle, bytes, 0, length, offset);
  const message = read < length ? undefined : readMail({ bytes, firstLine }).messages[place];
  if (message === undefined) throw new RangeError('the mailbox has changed while it was read');
  return message;
}
