import { type Mailbox, readMailbox, readMailboxes } from '../archive/mail/addresses.ts';
import { firstValue, readFields } from '../archive/mail/headers.ts';
import { mailboxKey } from '../archive/mail/mailbox-key.ts';
import type { Message } from '../model/message.ts';
import { saysAnswer } from '../threads/subject.ts';

/** What a message's own header says about the conversation, where the archive does not hold the messages it answers. */
export interface Hints {
  /** The people named in From, To and Cc, lists left out. */
  readonly people: readonly Mailbox[];
  /** The writer of the message that is answered, and how that is concluded. */
  readonly answered: { readonly name: string; readonly reason: string } | null;
  /**
   * True where the answered message was itself an answer to this message's writer: a reply to all puts those to whom the
   * answered message went beside its writer, its own writer left out; here only lists are left, while others are copied in.
   */
  readonly answersAnswer: boolean;
  /** Writers of the messages in References, the nearest first, null where the ids do not give them away. */
  readonly chain: readonly (string | null)[];
}

/** Addresses of lists rather than of people. */
const LIST =
  /@(?:lists?|vger|googlegroups|groups)\.|@lists?-|[.-](?:list|devel|dev|users|discuss|announce|request)@|undisclosed/i;

/** Reads the hints out of the header lines of a message. */
export function hintsOf(message: Message): Hints {
  const header = message.lines.filter(({ zone }) => zone === 'header').map(({ text }) => text);
  const fields = readFields(header);
  const addressed = readMailboxes(firstValue(fields, 'to'));
  const to = addressed.filter(isPerson);
  const cc = readMailboxes(firstValue(fields, 'cc')).filter(isPerson);
  const from = message.from === null ? [] : [{ ...readMailbox(firstValue(fields, 'from')), name: message.from.name }];
  const people = [...from, ...to, ...cc];
  return {
    people,
    answered: answeredIn(firstValue(fields, 'in-reply-to')) ?? answeredBy(message, to),
    chain: chainOf(message, people),
    answersAnswer: to.length === 1 && addressed.length > 1 && addressed[0] === to[0] && cc.length > 0,
  };
}

/** People are addressed by name; a list goes by its address, or by a name that is one. */
function isPerson({ name, address }: Mailbox): boolean {
  const named = address === undefined || name.toLowerCase() !== address.split('@', 1)[0]?.toLowerCase();
  return named && !name.includes('@') && !LIST.test(address ?? '') && !/\b(?:list|mailing)\b/i.test(name);
}

/** An id, a name and a date have room in so many characters. */
const LONGEST_FIELD = 1000;

/** Gnus and others write who it was: `<id> (Mo Example's message of "Tue, 22 Feb 2022 …")`. */
function answeredIn(inReplyTo: string | null): Hints['answered'] {
  const field = (inReplyTo ?? '').slice(0, LONGEST_FIELD);
  const comment =
    /\(\s*["']{0,3}(.{2,80}?)["']{0,3}'s? message of\b/.exec(field) ??
    /\bmessage from "?(.{2,80}?)"? on\b/i.exec(field);
  const name = comment?.[1]?.replace(/\s*<[^>]*>\s*$/, '').trim();
  return name === undefined || name === '' ? null : { name, reason: `the header answers a message of ${name}` };
}

/** A reply is addressed first to the writer it answers, unless it answers its own writer. */
function answeredBy(message: Message, to: readonly Mailbox[]): Hints['answered'] {
  const [first] = to;
  const reply = message.inReplyTo !== null || message.references.length > 0 || saysAnswer(message.subject);
  const own =
    first?.name === message.from?.name ||
    (first?.address !== undefined && mailboxKey(first.address) === message.from?.mailbox);
  if (!reply || first === undefined || own) return null;
  return { name: first.name, reason: `the reply is addressed to ${first.name}, and no attribution line names another` };
}

/** Hosts that number the mail of many domains. */
const SHARED_HOSTS =
  /(?:^|\.)(?:mail\.gmail\.com|outlook\.com|googlegroups\.com|mail\.com|vger\.kernel\.org|phx\.gbl)$/i;

/**
 * Who wrote the referenced messages, as far as their ids tell: mailers put the sender's domain behind the sign, which counts
 * where one person alone of those addressed has an address there, or the writer's own ids look the same.
 */
function chainOf(message: Message, people: readonly Mailbox[]): (string | null)[] {
  const ids =
    message.references.length > 0 ? message.references : message.inReplyTo === null ? [] : [message.inReplyTo];
  const nearest = message.inReplyTo === null || ids.at(-1) === message.inReplyTo ? ids : [...ids, message.inReplyTo];
  const own = hostOf(message.id);
  return nearest
    .toReversed()
    .slice(0, 64)
    .map((id) => {
      const host = hostOf(id);
      if (host === null || SHARED_HOSTS.test(host)) return null;
      const there = new Set(
        people.filter(({ address }) => sameDomain(host, hostOf(address ?? ''))).map(({ name }) => name),
      );
      const [only] = there;
      if (there.size === 1 && only !== undefined) return only;
      return there.size === 0 && host === own ? (message.from?.name ?? null) : null;
    });
}

function hostOf(id: string): string | null {
  const host = /@([^@<>\s]{1,200})>?$/.exec(id)?.[1];
  return host === undefined ? null : host.toLowerCase();
}

function sameDomain(host: string, domain: string | null): boolean {
  return domain !== null && (host === domain || host.endsWith(`.${domain}`));
}
