import type { Message, Problem } from '../../model/message.ts';
import type { Reader } from '../reader.ts';
import { declaredLengths } from './content-length.ts';
import { cutOff } from './cut.ts';
import { isFieldLine } from './headers.ts';
import { readMail } from './message.ts';
import type { Stretch } from './parts.ts';

const FROM = Buffer.from('From ');
/** `From user@host Fri Jun 13 …`, also masked and with other dates: a sender and a year at the end of what matters. */
const ENVELOPE = /^From \S+(?: at \S+)? +(?:\w{3},? +\w{1,3} +\w{1,3}|\d{1,4}-)[^\n]{0,60}\d/;

/** A separator without a date is a sender alone; more words are a sentence, unless a whole header follows. */
const UNDATED = /^From \S*(?: at \S+)?\s*$/;
/** Fields that hardly any header lacks, and no sentence begins with. */
const USUAL = /^(?:From|Date|Subject|To|Message-ID|Received|Return-Path|MIME-Version|Newsgroups|X-[\w-]{1,60}):/i;
/** Lines of a header that are looked through for a usual field. */
const LOOKED_AT = 30;

/** The text of one line as Latin-1, for looking only. */
function lineAt(bytes: Buffer, offset: number): { text: string; next: number } {
  const end = bytes.indexOf(0x0a, offset);
  const stop = end === -1 ? bytes.length : end;
  return {
    text: bytes.toString('latin1', offset, Math.min(stop, offset + 300)).replace(/\r$/, ''),
    next: end === -1 ? bytes.length : end + 1,
  };
}

/**
 * Tells whether a message begins at an offset where `From ` stands: header fields must follow, and either a blank line
 * goes before or the line is an envelope with a date. A sentence that begins with "From " is neither.
 */
function beginsMessage(bytes: Buffer, offset: number): boolean {
  const from = lineAt(bytes, offset);
  let next = lineAt(bytes, from.next);
  // Some tools write the separator twice, or escape a second one.
  if (/^>?From /.test(next.text)) next = lineAt(bytes, next.next);
  if (!isFieldLine(next.text)) return false;
  if (ENVELOPE.test(from.text)) return true;
  const blankBefore = offset === 0 || endsBlankLine(bytes, offset) || isBehindMark(bytes, offset);
  return blankBefore && beginsHeader(bytes, next, UNDATED.test(from.text) ? 1 : 2);
}

/** Windows puts a byte order mark before text in UTF-8. */
function isBehindMark(bytes: Buffer, offset: number): boolean {
  return offset === 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Tells whether at least so many lines from the given one on are those of a header, a usual field among them. */
function beginsHeader(bytes: Buffer, first: { text: string; next: number }, least: number): boolean {
  let usual = false;
  let lines = 0;
  for (let line = first; lines < LOOKED_AT; line = lineAt(bytes, line.next)) {
    if (!isFieldLine(line.text) && !/^[ \t]+\S/.test(line.text)) break;
    usual ||= USUAL.test(line.text);
    lines += 1;
    if (usual && lines >= least) return true;
  }
  return false;
}

function endsBlankLine(bytes: Buffer, offset: number): boolean {
  const before = bytes[offset - 2] === 0x0d ? offset - 3 : offset - 2;
  return before < 0 || bytes[before] === 0x0a;
}

/** Bytes that suffice to tell whether a message begins. */
const HEAD = 1000;

/**
 * The offsets at which the messages of a mailbox begin. With `more`, bytes follow that are not here yet, and nothing is said
 * of what lies behind a message that may reach into them.
 */
function messageStarts(bytes: Buffer, more = false): number[] {
  const starts: number[] = [];
  const lengths = declaredLengths(bytes);
  let from = 0;
  for (let at = bytes.indexOf(FROM); at !== -1; at = bytes.indexOf(FROM, Math.max(at + 1, from))) {
    const previous = starts.at(-1);
    const lineStart = at === 0 || bytes[at - 1] === 0x0a || isBehindMark(bytes, at);
    // A doubled separator belongs to the message it opens.
    const doubled = previous !== undefined && lineAt(bytes, previous).next === at;
    if (!lineStart || doubled || !beginsMessage(bytes, at)) continue;
    starts.push(at);
    const end = lengths.endAfter(at);
    if (end === null) continue;
    if (more && end > bytes.length - HEAD) break;
    from = separatorAt(bytes, end) ?? 0;
  }
  return starts;
}

/** Where the next separator stands, if it is right where a declared length says, or the end of the mailbox; else null. */
function separatorAt(bytes: Buffer, end: number): number | null {
  let at = end;
  while (at < end + 4 && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at += 1;
  if (at === bytes.length) return at;
  const begins =
    bytes.subarray(at, at + FROM.length).equals(FROM) && bytes[at - 1] === 0x0a && beginsMessage(bytes, at);
  return begins ? at : null;
}

function countLines(bytes: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a, from); at !== -1 && at < to; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

/** The stretches of a mailbox, one a message, each with the number of its first line. */
export function* mailboxStretches(bytes: Buffer, more = false): Generator<Stretch> {
  const starts = messageStarts(bytes, more);
  let firstLine = 1;
  let counted = 0;
  for (const [index, start] of starts.entries()) {
    firstLine += countLines(bytes, counted, start);
    counted = start;
    yield { bytes: bytes.subarray(start, starts[index + 1] ?? bytes.length), firstLine };
  }
}

/** A mailbox of any dialect (RFC 4155 and its elders): mboxo, mboxrd, mboxcl, mboxcl2, the month files of pipermail. */
export const mbox: Reader = {
  format: 'mbox',
  detect: ({ bytes }) => {
    const buffer = asBuffer(bytes);
    const start = /^(?:\u00EF\u00BB\u00BF)?\s*/.exec(buffer.toString('latin1', 0, 200))?.[0].length ?? 0;
    return buffer.subarray(start, start + 5).equals(FROM) && beginsMessage(buffer, start);
  },
  read: ({ bytes }) => {
    const messages: Message[] = [];
    const problems: Problem[] = [];
    let last: Stretch | null = null;
    for (const stretch of mailboxStretches(asBuffer(bytes))) {
      last = stretch;
      const mail = readMail(stretch);
      // One by one: a call takes only so many arguments.
      for (const message of mail.messages) messages.push(message);
      for (const problem of mail.problems) problems.push(problem);
    }
    const cut = last === null ? null : cutOff(last);
    return { messages, problems: cut === null ? problems : [...problems, cut] };
  },
};

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
