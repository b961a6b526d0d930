import { PrecedentError } from '../model/problem.ts';
import { decodeText } from './charset.ts';
import { endOfLines } from './many-lines.ts';

/** One input document: its bytes, and its text cut into physical lines. */
export interface Input {
  /** A name to report it by; never trusted to say what the document is. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Physical lines without their line breaks (LF or CRLF); a break at the very end opens no further line. */
  readonly lines: readonly string[];
}

/** A document of more lines, one that is not cut into mails, is refused: each line is held with what is known of it. */
const MOST_LINES = 4_000_000;

function tooMany(file: string): PrecedentError {
  return new PrecedentError({
    code: 'too-many-lines',
    what: `it has more than ${MOST_LINES} lines`,
    where: { file },
    mend: 'cut it into several documents',
  });
}

/** Makes an input of bytes: UTF-8 where they are, else windows-1252, so that any bytes give lines. */
export function makeInput(bytes: Uint8Array, name: string): Input {
  let lines: readonly string[] | undefined;
  return {
    name,
    bytes,
    get lines() {
      if (lines === undefined && endOfLines(bytes, MOST_LINES) !== null) throw tooMany(name);
      lines ??= splitLines(decodeText(bytes).text);
      return lines;
    },
  };
}

/** Cuts text into physical lines. @example splitLines('a\r\nb\n') → ['a', 'b'] */
export function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return text.includes('\r') ? lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)) : lines;
}

/** Bytes from which the line ends are told. */
const HEAD = 65_536;

/**
 * Gives text whose lines end in CR alone, as on old Macintoshes, line feeds instead; a copy of the same length, so that every
 * place stays what it is. Other bytes are given back as they are.
 */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, HEAD);
  if (head.includes(0x0a) || !head.includes(0x0d)) return bytes;
  return bytes.map((byte, index) => (byte === 0x0d && bytes[index + 1] !== 0x0a ? 0x0a : byte));
}
