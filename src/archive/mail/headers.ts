import { decodeText } from '../charset.ts';
import { decodeWords } from './encoded-words.ts';

/** One header field, unfolded (RFC 5322 §2.2.3), its name in lower case, its value not yet decoded. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

const OPENS_FIELD = /^[!-9;-~]{1,76}[ \t]*:/;

/** Tells whether a line opens a header field. */
export function isFieldLine(line: string): boolean {
  return OPENS_FIELD.test(line);
}

/** Unfolds header lines into fields; a line that is neither field nor continuation is passed over. */
export function readFields(lines: readonly string[]): Field[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of lines) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      const last = fields.at(-1);
      // A bound keeps a hostile header from growing without end.
      if (last !== undefined && last.value.length < 100_000) last.value += ` ${line.trim()}`;
      continue;
    }
    if (!isFieldLine(line)) continue;
    const colon = line.indexOf(':');
    fields.push({ name: line.slice(0, colon).trimEnd().toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return fields;
}

/** The value of the first field of that name, or null. */
export function firstValue(fields: readonly Field[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

/**
 * Decodes the encoded words of a value, if there are any; see `decodeWords`.
 *
 * @example decodeHeader('=?utf-8?q?J=C3=B6rn?=') → 'Jörn'
 */
export function decodeHeader(value: string): string {
  return value.includes('=?') ? decodeWords(value) : value;
}

/** Header bytes as text: UTF-8 where they are, else windows-1252, for raw 8-bit headers name no charset. */
export function headerText(bytes: Uint8Array): string {
  return decodeText(bytes).text;
}

/**
 * Takes the message ids out of a field (RFC 5322 §3.6.4), passing over comments, plain words and what has no `@`.
 *
 * @example messageIds('Your message of "Mon" <a@b> (x)') → ['<a@b>']
 */
export function messageIds(value: string | null): string[] {
  return value?.match(/<[^<>\s]{1,250}@[^<>\s]{0,250}>/g) ?? [];
}
