import { sha256 } from '../../model/digest.ts';
import type { Message, RawLine } from '../../model/message.ts';
import { readDate } from '../dates.ts';
import { readMailbox } from './addresses.ts';
import { decodeHeader, type Field, firstValue, isFieldLine, messageIds, readFields } from './headers.ts';

/** RFC 1153: 70 hyphens behind the table of contents, 30 before every further message. */
const RULE = /^-{30}(?:-{40})?\s*$/;

/** Where an enclosed message begins: its rule, its header, its text. */
interface Enclosed {
  readonly rule: number;
  readonly body: number;
  readonly fields: readonly Field[];
}

/**
 * Takes the messages out of a digest in plain text (RFC 1153, Mailman): first the digest itself with what stands before them,
 * then each of them. Any other message is given back as it is.
 */
export function splitDigest(digest: Message): Message[] {
  if (!/\bdigest\b/i.test(digest.subject)) return [digest];
  const enclosed = digest.lines.flatMap((_, index) => enclosedAt(digest.lines, index) ?? []);
  const first = enclosed[0];
  if (first === undefined) return [digest];
  const messages = enclosed.map((one, at) =>
    messageOf(digest.lines, one, enclosed[at + 1]?.rule ?? digest.lines.length),
  );
  return [{ ...digest, lines: digest.lines.slice(0, first.rule) }, ...messages];
}

/** Reads the header behind a rule: `Message: 1`, then fields, among them a sender and a date or a subject. */
function enclosedAt(lines: readonly RawLine[], rule: number): Enclosed | null {
  if (lines[rule]?.zone !== undefined || !RULE.test(lines[rule]?.text ?? '')) return null;
  let start = rule + 1;
  while (start < rule + 4 && lines[start]?.text.trim() === '') start += 1;
  let end = start;
  const inHeader = (text: string): boolean => isFieldLine(text) || /^[ \t]+\S/.test(text);
  while (end < start + 40 && inHeader(lines[end]?.text ?? '')) end += 1;
  const fields = readFields(lines.slice(start, end).map(({ text }) => text));
  const names = new Set(fields.map(({ name }) => name));
  if (!names.has('from') || !(names.has('date') || names.has('subject'))) return null;
  return { rule, body: end + 1, fields };
}

function messageOf(lines: readonly RawLine[], { rule, body, fields }: Enclosed, end: number): Message {
  const own = lines.slice(rule, end).map((line, index): RawLine => {
    return rule + index < body ? { ...line, zone: 'header' } : line;
  });
  const from = readMailbox(firstValue(fields, 'from'));
  const dateText = firstValue(fields, 'date');
  return {
    id: messageIds(firstValue(fields, 'message-id'))[0] ?? `sha256:${sha256(own.map(({ text }) => text).join('\n'))}`,
    from,
    fromBasis: from === null ? 'unknown' : 'header',
    dateText,
    date: dateText === null ? null : readDate(dateText),
    subject: decodeHeader(firstValue(fields, 'subject') ?? ''),
    inReplyTo: messageIds(firstValue(fields, 'in-reply-to'))[0] ?? null,
    references: messageIds(firstValue(fields, 'references')),
    lines: own,
  };
}
