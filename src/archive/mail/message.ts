import { sha256 } from '../../model/digest.ts';
import type { Message, Problem, RawLine } from '../../model/message.ts';
import { decodeText } from '../charset.ts';
import { readDate } from '../dates.ts';
import { htmlToText } from '../html.ts';
import { splitLines } from '../input.ts';
import { type Mailbox, readMailbox } from './addresses.ts';
import { splitDigest } from './digest.ts';
import { decodeHeader, type Field, firstValue, messageIds } from './headers.ts';
import { DEEPEST, type Entity, readEntity, type Stretch } from './parts.ts';
import { decodeTransfer } from './transfer.ts';

export interface Mail {
  /** The message, and after it those it carries inside (forwarded, or a digest's). */
  readonly messages: readonly Message[];
  readonly problems: readonly Problem[];
}

/**
 * Reads one mail (RFC 5322, MIME). Lines of text that no transfer encoding hides keep the numbers they have in the input;
 * decoded text is numbered from 1 and carries its part. Attachments that are not text are left out.
 */
export function readMail(stretch: Stretch): Mail {
  const entity = readEntity(stretch, '');
  return mailOf(entity, stretch.bytes);
}

function mailOf(entity: Entity, bytes: Uint8Array): Mail {
  const reading: Reading = { lines: [], nested: [], problems: [] };
  readInto(reading, entity);
  const { fields } = entity;
  const from = realAuthor(fields);
  const dateText = firstValue(fields, 'date');
  const message: Message = {
    id: messageIds(firstValue(fields, 'message-id'))[0] ?? bareId(fields) ?? `sha256:${sha256(bytes)}`,
    from,
    fromBasis: from === null ? 'unknown' : 'header',
    dateText,
    date: dateText === null ? null : readDate(dateText),
    subject: decodeHeader(firstValue(fields, 'subject') ?? ''),
    inReplyTo: messageIds(firstValue(fields, 'in-reply-to'))[0] ?? bareParent(fields),
    references: messageIds(firstValue(fields, 'references')),
    lines: reading.lines,
  };
  return { messages: [...splitDigest(message), ...reading.nested], problems: reading.problems };
}

/** Some archives give the id without its brackets. */
function bareId(fields: readonly Field[]): string | null {
  const value = firstValue(fields, 'message-id');
  return value !== null && /^[^<>\s]{1,250}@[^<>\s]{1,250}$/.test(value) ? `<${value}>` : null;
}

function bareParent(fields: readonly Field[]): string | null {
  const value = firstValue(fields, 'in-reply-to');
  return value !== null && /^[^<>\s]{1,250}@[^<>\s]{1,250}$/.test(value) ? `<${value}>` : null;
}

/** A list that rewrites From for DMARC keeps the author elsewhere. */
function realAuthor(fields: readonly Field[]): Mailbox | null {
  const from = firstValue(fields, 'from');
  const original = firstValue(fields, 'x-original-from');
  const rewritten = from !== null && /\bvia [^<]{1,60}</i.test(from);
  return readMailbox((rewritten ? original : null) ?? from);
}

interface Reading {
  lines: RawLine[];
  nested: Message[];
  problems: Problem[];
}

/** Adds the lines of an entity in the order in which they stand in the input. */
function readInto(reading: Reading, entity: Entity): void {
  entity.headerLines.forEach((text, index) => {
    reading.lines.push({ number: entity.firstLine + index, text, zone: 'header' });
  });
  if (entity.children.length === 0) {
    readLeaf(reading, entity);
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
    if (chosen.has(part)) readInto(reading, part);
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

function isPlain({ type }: Entity): boolean {
  return type.type === '' || type.type === 'text/plain' || !type.type.includes('/');
}

function readLeaf(reading: Reading, entity: Entity): void {
  const { content, fields, type } = entity;
  const carried = type.type === 'message/rfc822';
  const tooDeep = entity.level >= DEEPEST && (carried || type.type.startsWith('multipart/'));
  if (carried && !tooDeep) {
    const inner = mailOf(readEntity(content, entity.path, entity.level + 1), content.bytes);
    // One by one: a call takes only so many arguments, and a digest may carry more mails than that.
    for (const message of inner.messages) reading.nested.push(message);
    for (const problem of inner.problems) reading.problems.push(problem);
    return;
  }
  if (tooDeep) {
    const message = `parts are nested more than ${DEEPEST} deep; what lies deeper was read as text`;
    reading.problems.push({ code: 'nested-too-deep', message, line: content.firstLine });
  }
  const text = tooDeep || isPlain(entity) || type.type.startsWith('text/');
  const attached = /^attachment/i.test(firstValue(fields, 'content-disposition') ?? '');
  if (!text || (attached && entity.path !== '' && !isPatch(entity))) return;
  const decoded = decodeTransfer(content.bytes, firstValue(fields, 'content-transfer-encoding'));
  const { text: body, charset, mislabelled } = decodeText(decoded ?? content.bytes, type.parameters.get('charset'));
  if (mislabelled && charset === 'windows-1252' && /[^\0-\x7f]/.test(body)) {
    reading.problems.push({
      code: 'charset-guessed',
      message: `text labelled ${type.parameters.get('charset') ?? 'nothing'} was read as ${charset}`,
      line: content.firstLine,
    });
  }
  const html = type.type === 'text/html';
  const hidden = decoded !== null || html;
  const part = entity.path === '' ? '1' : entity.path;
  splitLines(html ? htmlToText(body) : body).forEach((line, index) => {
    reading.lines.push(
      hidden ? { number: index + 1, text: line, part } : { number: content.firstLine + index, text: line },
    );
  });
}

/** A patch sent as an attachment is part of what was said. */
function isPatch({ type, fields }: Entity): boolean {
  return /patch|diff/.test(type.type) || /\.(?:patch|diff)\b/.test(firstValue(fields, 'content-disposition') ?? '');
}
