import type { Message, Problem } from '../../model/message.ts';
import { readDate } from '../dates.ts';
import { type Mailbox, readMailbox, senderOf } from './addresses.ts';
import { decodeHeader, type Field, firstValue, messageIds } from './headers.ts';

/** What the header of a mail says of it, its lines left out. */
export type MailHeader = Omit<Message, 'lines' | 'lossy'>;

/** Reads the fields of a mail; `separator` is the mailbox's own line before them, `nameless` gives an id to a mail without one. */
export function readMailHeader(
  fields: readonly Field[],
  separator: string,
  nameless: () => string,
): { readonly header: MailHeader; readonly problems: readonly Problem[] } {
  const from = realAuthor(fields);
  const { dateText, date, problems } = sentAt(fields, separator);
  const header: MailHeader = {
    id: idIn(fields, 'message-id') ?? nameless(),
    from: senderOf(from),
    fromBasis: from === null ? 'unknown' : 'header',
    dateText,
    date,
    subject: decodeHeader(firstValue(fields, 'subject') ?? ''),
    inReplyTo: idIn(fields, 'in-reply-to'),
    references: messageIds(firstValue(fields, 'references')),
  };
  return { header, problems };
}

/** The first id of a field; some archives and mailers drop one bracket or both. */
function idIn(fields: readonly Field[], name: string): string | null {
  const value = firstValue(fields, name);
  const bare = /^<?([^<>\s@]{1,250}@[^<>\s]{1,250})>?$/.exec(value ?? '')?.[1];
  return messageIds(value)[0] ?? (bare === undefined ? null : `<${bare}>`);
}

/** `From mo@example.org` or `From mo at example.org` at the start of a separator; the date follows. */
const SENDER = /^From \S+(?: at \S+)?\s*/;

interface Sent {
  readonly dateText: string | null;
  readonly date: string | null;
  readonly problems: readonly Problem[];
}

/**
 * When a mail was sent: by its Date; where that is missing or names no instant, by the first Received, which the archive's own
 * host wrote (RFC 5321 §4.4), or by the mailbox's separator. Such a date is told.
 */
function sentAt(fields: readonly Field[], separator: string): Sent {
  const written = firstValue(fields, 'date');
  const date = written === null ? null : readDate(written);
  if (date !== null) return { dateText: written, date, problems: [] };
  const received = firstValue(fields, 'received')?.split(';').at(-1);
  for (const [where, text] of [
    ['Received', received] as const,
    ['its separator', separator.replace(SENDER, '')] as const,
  ]) {
    const instead = text === undefined ? null : readDate(text);
    // public-inbox writes the year 1970 into every separator, and means no date.
    if (text === undefined || instead === null || instead.startsWith('1970-')) continue;
    const message = `the date ${written === null ? 'is missing' : 'cannot be read'}; ${instead} is that of ${where}`;
    return { dateText: written ?? text.trim(), date: instead, problems: [{ code: 'date-guessed', message }] };
  }
  return { dateText: written, date: null, problems: [] };
}

/** A list that rewrites From for DMARC (RFC 7960 §4.1.3) keeps the author elsewhere: in X-Original-From, or in Reply-To. */
function realAuthor(fields: readonly Field[]): Mailbox | null {
  const from = firstValue(fields, 'from');
  if (from === null || !/\bvia [^<]{1,60}</i.test(from)) return readMailbox(from);
  const shown = readMailbox(from);
  const original = readMailbox(firstValue(fields, 'x-original-from'));
  if (original !== null || shown === null) return original ?? shown;
  const { address } = readMailbox(firstValue(fields, 'reply-to')) ?? {};
  // The list's own address is nobody's.
  return address === undefined || address === shown.address ? { name: shown.name } : { name: shown.name, address };
}
