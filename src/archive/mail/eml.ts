import type { Reader } from '../reader.ts';
import { isFieldLine, readFields } from './headers.ts';
import { readMail } from './message.ts';

/** Tells whether lines begin with the header of a mail: fields only, among them a sender and a date, subject or id. */
export function beginsWithMailHeader(lines: readonly string[]): boolean {
  const end = lines.findIndex((line) => line.trim() === '');
  const header = lines.slice(0, Math.min(end === -1 ? lines.length : end, 300));
  header[0] = header[0]?.replace(/^\uFEFF/, '') ?? '';
  const well = header.length > 1 && header.every((line) => isFieldLine(line) || /^[ \t]/.test(line));
  if (!well || header[0]?.startsWith(' ')) return false;
  const names = new Set(readFields(header).map((field) => field.name));
  return names.has('from') && ['date', 'subject', 'message-id', 'to'].some((name) => names.has(name));
}

/** A single mail (RFC 5322), as `.eml` files and the files of a Maildir hold it. */
export const eml: Reader = {
  format: 'eml',
  detect: ({ lines }) => beginsWithMailHeader(lines.slice(0, 300)),
  read: ({ bytes }) => readMail({ bytes, firstLine: 1 }),
};
