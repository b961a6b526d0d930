import { type Mailbox, readMailboxes } from '../archive/mail/addresses.ts';
import { firstValue, readFields } from '../archive/mail/headers.ts';
import type { Message } from '../model/message.ts';

/** What a message's own header says about the conversation, where the archive does not hold the messages it answers. */
export interface Hints {
  /** The people named in From, To and Cc, lists left out. */
  readonly people: readonly Mailbox[];
  /** The writer of the message that is answered, and how that is concluded. */
  readonly answered: { readonly name: string; readonly reason: string } | null;
}

/** Addresses of lists rather than of people. */
const LIST =
  /(?:@(?:lists?|vger|googlegroups|groups)\.|@lists?[.-]|[.-]lists?[.@]|@.{0,40}\blists?\b|^(?:lsf-pc|ksummit|linux-[a-z0-9-]+|netdev|bpf|io-uring|qemu-[a-z]+|git)@|-(?:devel|users|dev|discuss|announce|list|request)@|\bundisclosed)/i;

/** Reads the hints out of the header lines of a message. */
export function hintsOf(message: Message): Hints {
  const header = message.lines.flatMap((line) => (line.zone === 'header' ? [line.text] : []));
  const fields = readFields(header);
  const to = readMailboxes(firstValue(fields, 'to')).filter(isPerson);
  const cc = readMailboxes(firstValue(fields, 'cc')).filter(isPerson);
  const people = [...(message.from === null ? [] : [message.from]), ...to, ...cc];
  return { people, answered: answeredIn(firstValue(fields, 'in-reply-to')) ?? answeredBy(message, to) };
}

function isPerson({ name, address }: Mailbox): boolean {
  return !(address !== undefined && LIST.test(address)) && !/\b(?:list|mailing)\b/i.test(name);
}

/** Gnus and others write who it was: `<id> (Mo Example's message of "Tue, 22 Feb 2022 …")`. */
function answeredIn(inReplyTo: string | null): Hints['answered'] {
  const comment =
    /\(\s*["']*(.{2,80}?)["']*'s? message of\b/.exec(inReplyTo ?? '') ??
    /\bmessage from "?(.{2,80}?)"? on\b/i.exec(inReplyTo ?? '');
  const name = comment?.[1]?.replace(/\s*<[^>]*>\s*$/, '').trim();
  return name === undefined || name === '' ? null : { name, reason: `the header answers a message of ${name}` };
}

/** A reply is addressed first to the writer it answers, unless it answers its own writer. */
function answeredBy(message: Message, to: readonly Mailbox[]): Hints['answered'] {
  const [first] = to;
  const reply =
    message.inReplyTo !== null || message.references.length > 0 || /^\s*(?:re|aw|sv|antw)\s*:/i.test(message.subject);
  if (!reply || first === undefined || first.address === message.from?.address || first.name === message.from?.name)
    return null;
  return { name: first.name, reason: `the reply is addressed to ${first.name}, and no attribution line names another` };
}
