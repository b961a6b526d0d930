import { isAscii } from 'node:buffer';

/** Labels met in mail that no standard knows, and what they stand for; see `labelled`. */
const ALIASES: Readonly<Record<string, string>> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'ansi_x3.4-1968': 'windows-1252',
  '7bit': 'utf-8',
  '8bit': 'utf-8',
  cp936: 'gbk',
  cp932: 'shift_jis',
  'cn-gb': 'gbk',
  'x-gbk': 'gbk',
  utf8mb4: 'utf-8',
};

export interface DecodedText {
  readonly text: string;
  /** The encoding that was used, by its WHATWG name. */
  readonly charset: string;
  /** True where the label was unknown or the bytes contradicted it. */
  readonly mislabelled: boolean;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes bytes to text. UTF-8 comes first whatever the label says, for text that is valid UTF-8 beyond ASCII is hardly
 * ever anything else; then the label (WHATWG Encoding Standard); then windows-1252, which decodes any bytes.
 * NUL becomes U+FFFD.
 *
 * @example decodeText(Buffer.from([0xe9]), 'us-ascii') → { text: 'é', charset: 'windows-1252', mislabelled: true }
 */
export function decodeText(bytes: Uint8Array, label?: string): DecodedText {
  const name = label === undefined ? undefined : normaliseLabel(label);
  if (isPlainAscii(bytes) && !isEscaped(name))
    return { text: latin1(bytes), charset: name ?? 'utf-8', mislabelled: false };
  const utf8 = isEscaped(name) ? null : tryDecode(strictUtf8, bytes);
  if (utf8 !== null) {
    return { text: cleanNul(utf8), charset: 'utf-8', mislabelled: name !== undefined && name !== 'utf-8' };
  }
  const decoder = name === undefined || name === 'utf-8' ? null : decoderFor(name);
  const text = decoder === null ? null : tryDecode(decoder, bytes);
  if (text !== null && decoder !== null) {
    return { text: cleanNul(text), charset: decoder.encoding, mislabelled: name === 'windows-1252' && label !== name };
  }
  const last = new TextDecoder('windows-1252').decode(bytes);
  return { text: cleanNul(last), charset: 'windows-1252', mislabelled: name !== undefined };
}

/** The WHATWG-like name behind a label as mail writes it: quotes, a doubled `charset=` and vendor spellings removed. */
function normaliseLabel(label: string): string {
  const bare = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
    .replace(/^charset=/, '')
    .replace(/^_/, '')
    .replace(/\$esc$/, '');
  return ALIASES[bare] ?? bare;
}

/** Seven-bit encodings whose bytes look like ASCII and are not. */
function isEscaped(name: string | undefined): boolean {
  return name !== undefined && (name.startsWith('iso-2022') || name.startsWith('utf-16') || name === 'hz-gb-2312');
}

function decoderFor(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch {
    return null;
  }
}

function tryDecode(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** NUL is sent the slow way, which replaces it. */
function isPlainAscii(bytes: Uint8Array): boolean {
  return isAscii(bytes) && !bytes.includes(0);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function cleanNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
