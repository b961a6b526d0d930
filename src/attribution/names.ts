import type { Message } from '../model/message.ts';

/**
 * Finds the name by which the archive's own headers know a person that an attribution line gives by address or by name.
 * What the headers do not know stays as the line writes it; an address alone gives the part before the sign, as no address
 * is ever shown.
 */
export function namesOf(messages: readonly Message[]): (name: string | null, address: string | null) => string | null {
  const byAddress = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { from } of messages) {
    if (from === null) continue;
    if (from.address !== undefined && !byAddress.has(from.address)) byAddress.set(from.address, from.name);
    if (!byName.has(from.name.toLowerCase())) byName.set(from.name.toLowerCase(), from.name);
  }
  return (name, address) => {
    const known = address === null ? undefined : byAddress.get(address);
    if (known !== undefined) return known;
    if (name !== null) return byName.get(name.toLowerCase()) ?? name;
    return address?.split('@', 1)[0] ?? null;
  };
}
