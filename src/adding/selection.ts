import type { Message } from '../model/message.ts';
import { threadMessages } from '../threads/index.ts';
import type { Piece } from './document.ts';

/** Which messages are wanted; each condition given must hold. */
export interface Selection {
  /** The conversation that holds this Message-ID. */
  readonly thread?: string | undefined;
  /** This message alone. */
  readonly message?: string | undefined;
  /** Words of the subject, in any case. */
  readonly subject?: string | undefined;
  /** A list by its List-Id (RFC 2919), whole or without its domain. */
  readonly fromList?: string | undefined;
  /** First and last day, month or year, in UTC, both inclusive: `2014-06-13`, `2014-06`, `2014`. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether anything is asked for at all; else a document is taken whole. */
export function isSelective(selection: Selection): boolean {
  return Object.values(selection).some((value) => value !== undefined);
}

/** Takes a Message-ID with or without its brackets. @example bracketed('a@b') → '<a@b>' */
export function bracketed(id: string): string {
  const bare = id.trim().replace(/^<|>$/g, '');
  return bare.startsWith('sha256:') ? bare : `<${bare}>`;
}

/**
 * Picks the pieces that hold a wanted message, in the order given. A mail that is there twice is taken once: its first copy.
 * A message without a date is on no day.
 */
export function select(pieces: readonly Piece[], selection: Selection): Piece[] {
  const messages = pieces.flatMap((piece) => piece.messages);
  const members = selection.thread === undefined ? null : threadOf(messages, bracketed(selection.thread));
  const single = selection.message === undefined ? null : bracketed(selection.message);
  const wanted = (message: Message, list: string | null): boolean =>
    byList(list, selection) &&
    (members === null || members.has(message.id)) &&
    (single === null || message.id === single) &&
    bySubject(message, selection) &&
    byDate(message, selection);
  const taken = new Set<string>();
  return pieces.filter((piece) => {
    const fresh = piece.messages.filter((message) => wanted(message, piece.list) && !taken.has(message.id));
    for (const { id } of piece.messages) taken.add(id);
    return fresh.length > 0;
  });
}

function threadOf(messages: readonly Message[], id: string): ReadonlySet<string> {
  const thread = threadMessages(messages).find((one) => one.messages.some((message) => message.id === id));
  return new Set(thread?.messages.map((message) => message.id));
}

function byList(list: string | null, { fromList }: Selection): boolean {
  if (fromList === undefined) return true;
  const [own, sought] = [list?.toLowerCase(), fromList.toLowerCase()];
  return own !== undefined && (own === sought || own.startsWith(`${sought}.`));
}

function bySubject({ subject }: Message, { subject: sought }: Selection): boolean {
  return sought === undefined || subject.toLowerCase().includes(sought.toLowerCase());
}

/** Dates are compared as text, as far as the limit goes: RFC 3339 in UTC sorts as it reads. */
function byDate({ date }: Message, { since, until }: Selection): boolean {
  if (since === undefined && until === undefined) return true;
  if (date === null) return false;
  const early = since !== undefined && date.slice(0, since.length) < since;
  const late = until !== undefined && date.slice(0, until.length) > until;
  return !early && !late;
}
