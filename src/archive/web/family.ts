import { sha256 } from '../../model/digest.ts';
import type { Message } from '../../model/message.ts';
import { readDate } from '../dates.ts';
import { splitLines } from '../input.ts';
import { readMailbox, senderOf } from '../mail/addresses.ts';
import { messageIds } from '../mail/headers.ts';
import { type Piece, type Rule, unescapeComment } from './collect.ts';

/** A family of archive pages in HTML. */
export interface Family {
  readonly format: string;
  readonly detect: RegExp;
  readonly rules: readonly Rule[];
}

/** The fields of one message, as a page gives them. */
type Fields = ReadonlyMap<string, readonly string[]>;

/** Groups the pieces of a page into messages: a body ends the message that the fields before it began. */
export function messagesOf(pieces: readonly Piece[]): Message[] {
  const messages: Message[] = [];
  // The latest message of each level; the first of a page answers nothing on it.
  const above: string[] = [];
  let fields = new Map<string, string[]>();
  const title = pieces.find(({ field }) => field === 'title')?.text;
  for (const [index, { field, text }] of pieces.entries()) {
    fields.set(field, [...(fields.get(field) ?? []), text]);
    // Some families put a link with the message's id behind its body.
    const last = field === 'body' ? pieces[index + 1]?.field !== 'id-after' : field === 'id-after';
    if (!last) continue;
    if (title !== undefined) fields.set('title', [title]);
    const message = messageOf(fields, messages.length + 1);
    const level = Number(fields.get('level')?.at(-1) ?? 0);
    above.length = Math.min(above.length, level);
    const parent = message.inReplyTo ?? above.findLast((id) => id !== undefined) ?? null;
    above[level] = message.id;
    messages.push({ ...message, inReplyTo: parent });
    fields = new Map();
  }
  return messages;
}

function messageOf(fields: Fields, number: number): Message {
  const body = fields.get('body')?.[0] ?? '';
  const text = (field: string): string | null => {
    const value = fields.get(field)?.[0]?.trim();
    return value === undefined || value === '' ? null : unescapeComment(value).replace(/\s+/g, ' ');
  };
  const from = readMailbox(withAddress(text('name'), text('address')) ?? text('from'));
  const dateText = text('sent') ?? text('date');
  const ids = (field: string): string[] => {
    return (fields.get(field) ?? []).flatMap((value) => idsIn(unescapeComment(value)));
  };
  return {
    id: ids('id')[0] ?? ids('id-after')[0] ?? `sha256:${sha256(body)}`,
    from: senderOf(from),
    fromBasis: from === null ? 'unknown' : 'header',
    dateText,
    date: dateText === null ? null : (compactDate(dateText) ?? readDate(dateText)),
    subject: text('subject') ?? text('title') ?? '',
    inReplyTo: ids('parent')[0] ?? ids('references').at(-1) ?? null,
    // As in a header, the nearest comes last.
    references: ids('references'),
    // HTML hides the text, so lines are counted in the text that it holds.
    lines: splitLines(body).map((line, index) => ({ number: index + 1, text: line, part: String(number) })),
  };
}

function withAddress(name: string | null, address: string | null): string | null {
  if (name === null || address === null || !/^[^\s<>@]+@[^\s<>@]+$/.test(address)) return name;
  return `"${name.replaceAll('"', '')}" <${address}>`;
}

/** Ids with or without brackets. */
function idsIn(value: string): string[] {
  const bracketed = messageIds(value);
  if (bracketed.length > 0) return bracketed;
  return /^\s*[^\s<>@]{1,250}@[^\s<>@]{1,250}\s*$/.test(value) ? [`<${value.trim()}>`] : [];
}

/** Hypermail's `isosent="20140613175546"`. */
function compactDate(text: string): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  return match === null ? null : readDate(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`);
}
