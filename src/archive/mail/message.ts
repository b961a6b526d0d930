import { sha256 } from '../../model/digest.ts';
import type { Message, Problem, RawLine } from '../../model/message.ts';
import { decodeText } from '../charset.ts';
import { splitLines } from '../input.ts';
import { endOfLines, leftOut } from '../many-lines.ts';
import { splitDigest } from './digest.ts';
import { firstValue } from './headers.ts';
import { readMailHeader } from './mail-header.ts';
import { DEEPEST, type Entity, readEntity, type Stretch } from './parts.ts';
import { isPlain, readLines, readTextPart, type TextPart } from './text-part.ts';
import { decodeTransfer } from './transfer.ts';

export interface Mail {
  /** The message, and after it those it carries inside (forwarded, or a digest's). */
  readonly messages: readonly Message[];
  readonly problems: readonly Problem[];
}

/**
 * Reads one mail (RFC 5322, MIME). Lines of text that no transfer encoding hides keep the numbers they have in the input;
 * decoded text is numbered from 1 and carries its part. Attachments that are not text are left out, and so is what comes behind
 * a million lines.
 */
export function readMail(stretch: Stretch): Mail {
  const end = endOfLines(stretch.bytes);
  if (end === null) return mailOf(readEntity(stretch, ''), stretch.bytes);
  const { messages, problems } = readMail({ ...stretch, bytes: stretch.bytes.subarray(0, end) });
  return { messages, problems: [...problems, { code: 'too-many-lines', message: leftOut(), line: stretch.firstLine }] };
}

function mailOf(entity: Entity, bytes: Uint8Array): Mail {
  const reading: Reading = { lines: [], nested: [], problems: [] };
  readInto(reading, entity, true);
  const separator = entity.headerLines[0]?.startsWith('From ') === true ? entity.headerLines[0] : '';
  const { header, problems } = readMailHeader(entity.fields, separator, () => `sha256:${sha256(bytes)}`);
  const told = problems.map((problem) => ({ ...problem, line: entity.firstLine }));
  const message: Message = { ...header, lines: reading.lines };
  return { messages: [...splitDigest(message), ...reading.nested], problems: [...told, ...reading.problems] };
}

interface Reading {
  lines: RawLine[];
  nested: Message[];
  problems: Problem[];
}

/** Adds the lines of an entity in the order in which they stand in the input. */
function readInto(reading: Reading, entity: Entity, root: boolean): void {
  entity.headerLines.forEach((text, index) => {
    reading.lines.push({ number: entity.firstLine + index, text, zone: 'header' });
  });
  if (entity.children.length === 0) {
    readLeaf(reading, entity, root);
    return;
  }
  const chosen = new Set(chooseChildren(entity));
  let next = 0;
  for (const part of entity.children) {
    for (let line = entity.between[next]; line !== undefined && line.number < part.firstLine; ) {
      reading.lines.push({ ...line, zone: 'header' });
      next += 1;
      line = entity.between[next];
    }
    if (chosen.has(part)) readInto(reading, part, false);
  }
  for (const line of entity.between.slice(next)) reading.lines.push({ ...line, zone: 'header' });
}

/** Of alternatives (RFC 2046 §5.1.4) the plain text is read, or where there is none the last that can be. */
function chooseChildren(entity: Entity): readonly Entity[] {
  if (entity.type.type !== 'multipart/alternative') return entity.children;
  const plain = entity.children.find((part) => isPlain(part) && part.content.bytes.some((byte) => byte > 0x20));
  const html = entity.children.find((part) => part.type.type === 'text/html');
  if (plain !== undefined && html !== undefined && isFlattened(plain)) return [html];
  const last = entity.children.findLast((part) => part.type.type === 'text/html' || part.children.length > 0);
  const one = plain ?? last ?? entity.children[0];
  return one === undefined ? [] : [one];
}

/** Some mailers put their plain text on one or two endless lines, in which nobody can tell who speaks. */
function isFlattened({ content, fields }: Entity): boolean {
  const bytes = decodeTransfer(content.bytes, firstValue(fields, 'content-transfer-encoding')) ?? content.bytes;
  const lines = splitLines(decodeText(bytes).text).filter((line) => line.trim() !== '');
  return lines.length < 4 && lines.some((line) => line.length > 400);
}

/** Reads a part without children; `root` tells whether it is the whole of a mail. */
function readLeaf(reading: Reading, entity: Entity, root: boolean): void {
  const carries = /^message\/(?:rfc822|global)$/.test(entity.type.type);
  const nests = carries || entity.type.type.startsWith('multipart/');
  const tooDeep = nests && entity.level >= DEEPEST;
  if (carries && !tooDeep) {
    readCarried(reading, entity);
    return;
  }
  if (tooDeep) {
    const message = `parts are nested more than ${DEEPEST} deep; what lies deeper was read as text`;
    reading.problems.push({ code: 'nested-too-deep', message, line: entity.content.firstLine });
  }
  const part = root ? (entity.path === '' ? '1' : `${entity.path}.1`) : entity.path;
  const { lines, problems }: TextPart = tooDeep ? readLines(entity, part) : readTextPart(entity, part);
  // One by one: a call takes only so many arguments, and a mail may have more lines than that.
  for (const line of lines) reading.lines.push(line);
  for (const problem of problems) reading.problems.push(problem);
}

/** Reads the mail that a part carries (RFC 2046 §5.2.1); some mailers encode it, though they must not. */
function readCarried(reading: Reading, { content, fields, path, level }: Entity): void {
  const decoded = decodeTransfer(content.bytes, firstValue(fields, 'content-transfer-encoding'));
  const stretch = decoded === null ? content : { bytes: decoded, firstLine: 1 };
  const inner = mailOf(readEntity(stretch, path, level + 1), stretch.bytes);
  for (const message of inner.messages) reading.nested.push(decoded === null ? message : hiddenIn(message, path));
  for (const problem of inner.problems) reading.problems.push(problem);
}

/** Lines of a mail that an encoding hides are those of the decoded part. */
function hiddenIn(message: Message, part: string): Message {
  return { ...message, lines: message.lines.map((line) => (line.part === undefined ? { ...line, part } : line)) };
}
