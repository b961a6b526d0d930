import { mailboxKey } from '../archive/mail/mailbox-key.ts';
import type { Message } from '../model/message.ts';

/** The people whom an archive's headers name. */
export interface Names {
  /**
   * The name by which the headers know a person whom an attribution line gives by name or address. What they do not know
   * stays as the line writes it; an address alone gives the part before the sign, as no address is ever shown.
   */
  readonly resolve: (name: string | null, address: string | null) => string | null;
  /** Tells whether somebody of that name wrote a message. */
  readonly knows: (name: string) => boolean;
}

/** Learns the names of all senders of an archive. */
export function namesOf(messages: readonly Pick<Message, 'from'>[]): Names {
  const byMailbox = new Map<string, Set<string>>();
  const byName = new Map<string, string>();
  for (const { from } of messages) {
    if (from === null) continue;
    if (from.mailbox !== undefined) {
      const names = byMailbox.get(from.mailbox);
      if (names === undefined) byMailbox.set(from.mailbox, new Set([from.name]));
      else names.add(from.name);
    }
    if (!byName.has(from.name.toLowerCase())) byName.set(from.name.toLowerCase(), from.name);
  }
  return {
    resolve: (name, address) => {
      const senders = address === null ? undefined : byMailbox.get(mailboxKey(address));
      const named = name === null ? undefined : byName.get(name.toLowerCase());
      // Somebody who writes under two names keeps the one that the line gives: who they are is for people.yaml to say.
      if (senders !== undefined && !(named !== undefined && senders.has(named))) return [...senders][0] ?? null;
      if (name !== null) return named ?? name;
      return address?.split('@', 1)[0] ?? null;
    },
    knows: (name) => byName.has(name.toLowerCase()),
  };
}
