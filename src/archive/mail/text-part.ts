import type { Problem, RawLine } from '../../model/message.ts';
import { decodeText } from '../charset.ts';
import { htmlToText } from '../html.ts';
import { splitLines } from '../input.ts';
import { endOfLines, leftOut } from '../many-lines.ts';
import { enclosedIn, sealedPart } from './enclosed.ts';
import { isFlowed, joinFlowed, needsJoining, stuffedMarks } from './flowed.ts';
import { firstValue } from './headers.ts';
import type { Entity } from './parts.ts';
import { scrubbedLines } from './scrubbed.ts';
import { decodeTransfer } from './transfer.ts';

/** Text of these types is for programs. */
const FOR_PROGRAMS = /^text\/(?:calendar|(?:x-)?vcard|directory|css|rtf|javascript)$/;

export interface TextPart {
  readonly lines: readonly RawLine[];
  readonly problems: readonly Problem[];
}

const NONE: ReadonlySet<number> = new Set();
const NOTHING: TextPart = { lines: [], problems: [] };

/** Tells whether a part holds plain text, labelled or not. */
export function isPlain({ type: { type } }: Entity): boolean {
  return type === '' || type === 'text/plain' || !type.includes('/');
}

/**
 * Reads the lines of a part that has no children. Where nothing hides them they have the numbers of the file; where a transfer
 * encoding, HTML or `DelSp` does, they are those of the decoded part, and carry its number. What is no text gives no lines.
 */
export function readTextPart(entity: Entity, part: string): TextPart {
  const { type } = entity.type;
  const sealed = sealedPart(entity);
  if (sealed !== null) return { lines: [], problems: [sealed] };
  // Parts whose boundary is missing, or found nowhere, are one text.
  const undivided = type.startsWith('multipart/');
  const text = undivided || isPlain(entity) || (type.startsWith('text/') && !FOR_PROGRAMS.test(type));
  return text && !isAttached(entity) ? readLines(entity, part) : NOTHING;
}

/** Reads any part as text, whatever it says it is. */
export function readLines(entity: Entity, part: string): TextPart {
  const { content, fields, type } = entity;
  const html = type.type === 'text/html';
  const decoded = decodeTransfer(content.bytes, firstValue(fields, 'content-transfer-encoding'));
  const end = endOfLines(decoded ?? content.bytes);
  const bytes = (decoded ?? content.bytes).subarray(0, end ?? undefined);
  const label = type.parameters.get('charset') ?? (html ? declaredCharset(bytes) : undefined);
  const { text, charset, mislabelled } = decodeText(bytes, label);
  const body = html ? htmlToText(text) : text;
  const joins = !html && needsJoining(type, body);
  const lines = joins ? joinFlowed(splitLines(body)) : splitLines(body);
  const hidden = decoded !== null || html || joins;
  const problems = mislabelled ? [guessed(label, charset, content.firstLine)] : [];
  if (end !== null) problems.push({ code: 'too-many-lines', message: leftOut(), line: content.firstLine });
  const first = hidden ? 1 : content.firstLine;
  const stuffed = isFlowed(type) ? stuffedMarks(lines) : NONE;
  const scrubbed = scrubbedLines(body, lines);
  return {
    lines: lines.map((line, index): RawLine => {
      const raw: RawLine = hidden ? { number: first + index, text: line, part } : { number: first + index, text: line };
      if (scrubbed.has(index)) return { ...raw, zone: 'navigation' };
      return stuffed.has(index) ? { ...raw, stuffed: true } : raw;
    }),
    problems: [...problems, ...enclosedIn(body, lines, content.firstLine)],
  };
}

/** The charset that an HTML text names itself. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4000)).toString('latin1');
  return /<meta[^>]{0,200}charset=["']?([\w-]{2,40})/i.exec(head)?.[1];
}

function guessed(label: string | undefined, charset: string, line: number): Problem {
  const message = `text labelled ${label ?? 'nothing'} was read as ${charset}`;
  return { code: 'charset-guessed', message, line };
}

/** A file beside the text is not read, except a patch, which is part of what was said. */
function isAttached({ fields, type, path }: Entity): boolean {
  const disposition = firstValue(fields, 'content-disposition') ?? '';
  if (path === '' || !/^attachment/i.test(disposition)) return false;
  return !/patch|diff/.test(type.type) && !/(?:\.|%2e)(?:patch|diff)\b/i.test(disposition);
}
