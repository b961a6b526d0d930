import { splitLines } from '../input.ts';
import { type Field, firstValue, headerText, isFieldLine, readFields } from './headers.ts';
import { type Parameters, readParameters } from './parameters.ts';

/** Parts nested deeper than this are taken as one leaf: a bomb of nesting must not exhaust the stack. */
export const DEEPEST = 64;

/** A stretch of the input: its bytes and the number of its first physical line. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly firstLine: number;
}

/** One MIME entity (RFC 2045 §2.4): its header lines, and either its children or its content. */
export interface Entity {
  /** IMAP part number (RFC 3501 §6.4.5); empty for a whole message of several parts. */
  readonly path: string;
  /** How many entities it lies in, counting those of the mail that carries its mail. */
  readonly level: number;
  /** Header lines as text, with the blank line that ends them. */
  readonly headerLines: readonly string[];
  readonly firstLine: number;
  readonly fields: readonly Field[];
  readonly type: Parameters;
  readonly content: Stretch;
  readonly children: readonly Entity[];
  /** Lines between the parts: boundaries, preamble, epilogue. */
  readonly between: readonly { readonly number: number; readonly text: string }[];
}

/** Where a line ends: the offset of its LF, or the end of the bytes. */
function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(0x0a, from);
  return end === -1 ? bytes.length : end;
}

/** A header longer than this is taken as one that never ends. */
const LONGEST_HEADER = 1_000_000;

/** The offset behind the blank line that ends a header, or the end of the bytes. */
function headerEnd(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length && offset < LONGEST_HEADER) {
    const end = lineEnd(bytes, offset);
    const blank = end === offset || (end === offset + 1 && bytes[offset] === 0x0d);
    offset = Math.min(end + 1, bytes.length);
    if (blank) return offset;
  }
  return bytes.length;
}

/** The lines of the header; where a body follows without a blank line, only as far as they are header lines. */
function readHeaderLines(bytes: Uint8Array): { lines: string[]; length: number } {
  const end = headerEnd(bytes);
  const lines = splitLines(headerText(bytes.subarray(0, end)).replace(/^\uFEFF/, ''));
  const stray = lines.findIndex((text) => {
    const folded = text.startsWith(' ') || text.startsWith('\t') || text.startsWith('>');
    return !folded && !isFieldLine(text) && !text.startsWith('From ') && text.trim() !== '';
  });
  if (stray === -1) return { lines, length: end };
  let length = 0;
  for (let line = 0; line < stray; line += 1) length = lineEnd(bytes, length) + 1;
  return { lines: lines.slice(0, stray), length };
}

/**
 * Cuts an entity into header and content; a message without a blank line is all header, a part without fields all content.
 * `type` is that of a part which names none.
 */
export function readEntity(stretch: Stretch, path: string, level = 0, type = ''): Entity {
  const { bytes, firstLine } = stretch;
  const { lines: headerLines, length } = readHeaderLines(bytes);
  const fields = readFields(headerLines);
  const own = readParameters(firstValue(fields, 'content-type') ?? type);
  const content = { bytes: bytes.subarray(length), firstLine: firstLine + headerLines.length };
  const boundary = own.type.startsWith('multipart/') ? own.parameters.get('boundary') : undefined;
  const parts =
    boundary === undefined || boundary === '' || level >= DEEPEST
      ? { children: [], between: [] }
      : readParts(content, boundary, path, level, own.type);
  return { path, level, headerLines, firstLine, fields, type: own, content, ...parts };
}

/** Cuts the content of a multipart entity at its boundaries (RFC 2046 §5.1); a missing last boundary ends at the end. */
function readParts(
  { bytes, firstLine }: Stretch,
  boundary: string,
  path: string,
  level: number,
  type: string,
): Pick<Entity, 'children' | 'between'> {
  const children: Entity[] = [];
  const between: { number: number; text: string }[] = [];
  const opens = Buffer.from(`--${boundary}`);
  let part: { offset: number; line: number } | null = null;
  let number = firstLine;
  for (let offset = 0; offset < bytes.length; number += 1) {
    const end = lineEnd(bytes, offset);
    const rest = offset + opens.length;
    const begins = bytes[offset] === 0x2d && rest <= end && opens.equals(bytes.subarray(offset, rest));
    const closing = begins && bytes[rest] === 0x2d && bytes[rest + 1] === 0x2d;
    // `--b10` is no delimiter of the boundary `b1`: nothing but blanks may follow (RFC 2046 §5.1.1).
    const isBoundary = begins && isBlank(bytes, closing ? rest + 2 : rest, end);
    if (isBoundary && part !== null) {
      children.push(child(bytes.subarray(part.offset, offset), part.line, path, children.length, level, type));
    }
    if (isBoundary) part = closing ? null : { offset: end + 1, line: number + 1 };
    if (isBoundary || part === null) {
      between.push({ number, text: headerText(bytes.subarray(offset, end)).replace(/\r$/, '') });
    }
    offset = end + 1;
  }
  if (part !== null && part.offset <= bytes.length) {
    children.push(child(bytes.subarray(part.offset), part.line, path, children.length, level, type));
  }
  return { children, between };
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] !== 0x20 && bytes[at] !== 0x09 && bytes[at] !== 0x0d) return false;
  }
  return true;
}

/** A part of an entity of some type; those of a digest are mails where they say nothing else (RFC 2046 §5.1.5). */
function child(
  bytes: Uint8Array,
  firstLine: number,
  path: string,
  index: number,
  level: number,
  parent: string,
): Entity {
  const number = path === '' ? `${index + 1}` : `${path}.${index + 1}`;
  const type = parent === 'multipart/digest' ? 'message/rfc822' : '';
  return readEntity({ bytes, firstLine }, number, level + 1, type);
}
