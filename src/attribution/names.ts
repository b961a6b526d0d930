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
  const byAddress = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { from } of messages) {
    if (from === null) continue;
    if (from.address !== undefined && !byAddress.has(from.address)) byAddress.set(from.address, from.name);
    if (!byName.has(from.name.toLowerCase())) byName.set(from.name.toLowerCase(), from.name);
  }
  return {
    resolve: (name, address) => {
      const known = address === null ? undefined : byAddress.get(address);
      if (known !== undefined) return known;
      if (name !== null) return byName.get(name.toLowerCase()) ?? name;
      return address?.split('@', 1)[0] ?? null;
    },
    knows: (name) => byName.has(name.toLowerCase()),
  };
}
