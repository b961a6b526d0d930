import iconv from 'iconv-lite';
import { addressParser } from 'postal-mime';
import type { Sender } from '../../model/message.ts';
import { decodeHeader } from './headers.ts';
import { mailboxKey } from './mailbox-key.ts';
import { remembered } from './remembered.ts';

/** A name and an address, as a field of a mail gives them; for the readers alone. */
export interface Mailbox {
  readonly name: string;
  readonly address?: string;
}

/** A sender as the rest of the program knows them: the name, and what stands for the address. */
export function senderOf(mailbox: Mailbox | null): Sender | null {
  if (mailbox === null) return null;
  const { name, address } = mailbox;
  return address === undefined ? { name } : { name, mailbox: mailboxKey(address) };
}

/** Characters of a sender that are looked at. */
const LONGEST = 1000;

/** Archives mask addresses; what they put in place of the sign. */
const MASK = /\s+(?:at|\[at\]|\(at\)|<at>|\(a\))\s+|_at_|\(a\)/i;

/**
 * Reads a From field. A name is taken from the display name, from the comment (`user at host (Name)`, as pipermail's month
 * files write it), or at last from the part of the address before the sign. Returns null where there is neither.
 *
 * @example readMailbox('twisted at example.org (Mo Example)') → { name: 'Mo Example', address: 'twisted@example.org' }
 */
export function readMailbox(value: string | null): Mailbox | null {
  return value === null || value.trim() === '' ? null : readOne(value.slice(0, LONGEST));
}

const readOne = remembered((bounded): Mailbox | null => {
  const masked = /^\s*(\S+) at (\S+\.\S+)(?:\s+\((.*)\))?\s*$/s.exec(bounded);
  if (masked !== null) return mailbox(masked[3] ?? '', `${masked[1]}@${masked[2]}`);
  const [first] = addressParser(bounded, { flatten: true });
  const address = first?.address?.includes('@') ? first.address : undefined;
  const name = first?.name ?? '';
  if (address === undefined && name === '') return mailbox(bounded.replace(/[<>]/g, ''), undefined);
  return mailbox(name === '' && address === undefined ? (first?.address ?? '') : name, address);
});

/** Reads all people of an address field such as To or Cc; what cannot be read is left out. */
export function readMailboxes(value: string | null): Mailbox[] {
  if (value === null) return [];
  const entries = addressParser(value.slice(0, 20_000), { flatten: true });
  return entries.flatMap(
    (entry) => mailbox(entry.name, entry.address?.includes('@') ? entry.address : undefined) ?? [],
  );
}

function mailbox(rawName: string, address: string | undefined): Mailbox | null {
  const decoded = cleanName(undouble(decodeHeader(rawName.trim())));
  const name = decoded === '' ? (address?.split('@', 1)[0] ?? '') : decoded;
  if (name === '') return null;
  return address === undefined ? { name } : { name, address: address.toLowerCase() };
}

/**
 * Cleans a display name: quotes, blanks and list suffixes go, `Last, First` is turned round.
 *
 * @example cleanName('"Example, Mo"') → 'Mo Example'
 */
export function cleanName(name: string): string {
  const bare = name
    .slice(0, LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .replace(/\s+via [\w.@ -]{1,60}$/i, '')
    // Some mailers put the address where the name belongs; its part before the sign is all that is shown of it.
    .replace(/^([^\s@<>()]{1,64})(?:@| at |\s?\[at\]\s?|\s?\(at\)\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}$/i, '$1')
    .trim();
  const turned = /^([\p{L}'’. -]{2,40}), ([\p{L}'’. -]{1,40})$/u.exec(bare);
  // `Example, Jr.` is no first name.
  if (/^(?:jr|sr|ph\.?d|md|esq|i{2,3}|iv)\b/i.test(turned?.[2] ?? '')) return bare;
  return MASK.test(bare) && bare.split(' ').length === 3 ? bare : turned === null ? bare : `${turned[2]} ${turned[1]}`;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Undoes UTF-8 that somebody on the way took for windows-1252 and encoded again; only where every character can be traced back.
 *
 * @example undouble('JÃ¶rn') → 'Jörn'
 */
function undouble(name: string): string {
  if (!/[\u00c2-\u00f4]/.test(name)) return name;
  const bytes = iconv.encode(name, 'windows-1252');
  if (iconv.decode(bytes, 'windows-1252') !== name) return name;
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return name;
  }
}
