import { makeInput } from '../archive/input.ts';
import { firstValue } from '../archive/mail/headers.ts';
import { mailboxStretches, mbox } from '../archive/mail/mbox.ts';
import { readMail } from '../archive/mail/message.ts';
import { type Entity, readEntity } from '../archive/mail/parts.ts';
import { decodeQuotedPrintable, decodeTransfer } from '../archive/mail/transfer.ts';
import type { AttributedMessage } from '../model/message.ts';
import { type Cut, cutsIn, type Replacement, replaced, replacementOf } from './overwrite.ts';
import type { Stretch } from './stretch.ts';

/** Why words in a part cannot be overwritten: it is signed, or its text is not what its bytes decode to. */
export type Unfit = 'signed' | 'encoded';

/**
 * Overwrites stretches of parts that a transfer encoding hides (RFC 2045 §6.7, §6.8): the words go from the decoded text, and the
 * part is encoded again in the same way. Of quoted-printable only the characters that go are touched; base64 is written anew, in
 * lines as long as they were. Everything around stays.
 */
export function replacedInParts(
  bytes: Buffer,
  stretches: readonly Stretch[],
  messages: readonly AttributedMessage[],
): readonly Replacement[] | Unfit {
  const done: Replacement[] = [];
  for (const own of Map.groupBy(stretches, ({ part, message }) => `${part} ${message}`).values()) {
    const { part, message } = own[0] ?? {};
    const found = entitiesOf(bytes, message, part);
    if (found.length === 0) return 'encoded';
    for (const { entity, signed } of found) {
      if (signed) return 'signed';
      const lines = messages
        .filter(({ id }) => id === message)
        .flatMap((one) => one.lines.filter((line) => line.part === part));
      const replacements = replacedIn(bytes, entity, own, lines);
      if (replacements === null) return 'encoded';
      done.push(...replacements);
    }
  }
  return done;
}

function replacedIn(
  bytes: Buffer,
  { content, fields }: Entity,
  stretches: readonly Stretch[],
  lines: readonly AttributedMessage['lines'][number][],
): Replacement[] | null {
  const encoding = firstValue(fields, 'content-transfer-encoding');
  const decoded = decodeTransfer(content.bytes, encoding);
  if (decoded === null) return null;
  const cuts = cutsIn(decoded, stretches, lines);
  if (cuts === null) return null;
  const start = content.bytes.byteOffset - bytes.byteOffset;
  const quoted = encoding?.trim().toLowerCase() === 'quoted-printable';
  return quoted
    ? inQuotedPrintable(content.bytes, start, cuts)
    : [inBase64(content.bytes, start, replaced(decoded, cuts.map(replacementOf)))];
}

/** A character goes from where its first byte is written to where its last is; what breaks its line softly stays. */
function inQuotedPrintable(content: Uint8Array, start: number, cuts: readonly Cut[]): Replacement[] {
  const places: [number, number][] = [];
  decodeQuotedPrintable(content, places);
  return cuts.flatMap(({ from, to, filling }) =>
    Array.from({ length: to - from }, (_, index): Replacement => {
      const [at, end] = places[from + index] ?? [0, 0];
      // A blank at the end of a line would be taken for one that was added on the way (RFC 2045 §6.7, rule 3).
      const visible = content[end] === 0x0a || content[end] === 0x0d || end === content.length;
      const byte = visible ? 0x78 : filling;
      return { from: start + at, to: start + end, bytes: index === 0 ? Uint8Array.of(byte) : new Uint8Array() };
    }),
  );
}

/** The longest line that base64 may have (RFC 2045 §6.8). */
const LONGEST = 76;

function inBase64(content: Uint8Array, start: number, decoded: Buffer): Replacement {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  // What follows the padding, or a line that is no base64, was not read and stays.
  const block = /^\s*(?:[A-Za-z0-9+/]+[ \t]*(?:\r?\n)?)*={0,2}/.exec(text)?.[0] ?? text;
  const lead = /^\s*/.exec(block)?.[0].length ?? 0;
  const body = block.slice(lead).trimEnd();
  const first = /^[^\r\n]*/.exec(body)?.[0].length ?? 0;
  const width = Math.max(4, Math.min(first, LONGEST));
  const newline = body.includes('\r\n') || (!body.includes('\n') && text.includes('\r\n')) ? '\r\n' : '\n';
  const lines = decoded.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return { from: start + lead, to: start + lead + body.length, bytes: Buffer.from(lines.join(newline), 'latin1') };
}

interface FoundEntity {
  readonly entity: Entity;
  readonly signed: boolean;
}

/** The part of every mail that holds a message of this id; none where the source is no mail. */
function entitiesOf(bytes: Buffer, message: string | undefined, part: string | undefined): FoundEntity[] {
  const mails = mbox.detect(makeInput(bytes, '')) ? [...mailboxStretches(bytes)] : [{ bytes, firstLine: 1 }];
  return mails
    .filter((mail) => readMail(mail).messages.some(({ id }) => id === message))
    .flatMap((mail) => partsOf(readEntity(mail, ''), true, false).filter(({ name }) => name === part));
}

/** The parts of an entity that hold text, by the names that `readMail` gives them. */
function partsOf(entity: Entity, root: boolean, within: boolean): (FoundEntity & { name: string })[] {
  const { type, path, children, content, level, fields } = entity;
  const signed = within || type.type === 'multipart/signed';
  if (children.length > 0) return children.flatMap((child) => partsOf(child, false, signed));
  const name = root ? (path === '' ? '1' : `${path}.1`) : path;
  const carried = /^message\/(?:rfc822|global)$/.test(type.type);
  const open = carried && decodeTransfer(content.bytes, firstValue(fields, 'content-transfer-encoding')) === null;
  return open ? partsOf(readEntity(content, path, level + 1), true, signed) : [{ name, entity, signed }];
}
