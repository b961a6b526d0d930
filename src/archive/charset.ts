import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeHz, decodeIso2022Kr } from './shifting-charsets.ts';

/** Labels met in mail that no standard knows, and what they stand for. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'us-ascii': 'windows-1252',
    ascii: 'windows-1252',
    'ansi_x3.4-1968': 'windows-1252',
    '7bit': 'utf-8',
    '8bit': 'utf-8',
    cp936: 'gbk',
    cp932: 'shift_jis',
    'cn-gb': 'gbk',
    'x-gbk': 'gbk',
    utf8: 'utf-8',
    utf8mb4: 'utf-8',
    'unicode-1-1-utf-7': 'utf-7',
    'utf-7-imap': 'utf-7',
    'iso-2022-jp-2': 'iso-2022-jp',
    'iso-2022-jp-ms': 'iso-2022-jp',
    hz: 'hz-gb-2312',
    'x-mac-ce': 'maccenteuro',
    'x-mac-centraleurroman': 'maccenteuro',
    'x-mac-greek': 'macgreek',
    'x-mac-turkish': 'macturkish',
  }),
);

export interface DecodedText {
  readonly text: string;
  /** The encoding that was used, by its WHATWG name where it has one. */
  readonly charset: string;
  /** True where the label was unknown, or missing though there is more than ASCII, or the bytes contradicted it. */
  readonly mislabelled: boolean;
}

type Decode = (bytes: Uint8Array) => string | null;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Seven-bit encodings whose bytes look like ASCII and are not, and those with NULs in them. */
const ESCAPED = /^(?:iso-2022|utf-?(?:7|16|32)|ucs-|hz-gb-2312)/;
/** Encodings of which short texts may happen to be valid UTF-8 as well: two bytes a character, both above ASCII. */
const PAIRED = new Set(['gbk', 'gb2312', 'gb18030', 'big5', 'euc-kr', 'euc-jp']);

/**
 * Decodes bytes to text. UTF-8 comes first whatever the label says, for text that is valid UTF-8 beyond ASCII is hardly
 * ever anything else; then the label (WHATWG Encoding Standard, and what iconv-lite knows beyond it); then windows-1252, which
 * decodes any bytes. NUL becomes U+FFFD.
 *
 * @example decodeText(Buffer.from([0xe9]), 'us-ascii') → { text: 'é', charset: 'windows-1252', mislabelled: true }
 */
export function decodeText(bytes: Uint8Array, label?: string): DecodedText {
  const name = label === undefined ? byMark(bytes) : normaliseLabel(label);
  const escaped = name !== undefined && ESCAPED.test(name);
  if (!escaped && isPlainAscii(bytes)) return { text: latin1(bytes), charset: name ?? 'utf-8', mislabelled: false };
  const utf8 = escaped ? null : tryUtf8(bytes);
  const named = name === undefined || name === 'utf-8' ? null : decoderFor(name);
  if (utf8 !== null && !(PAIRED.has(named?.charset ?? '') && onlyPairs(utf8) && named?.decode(bytes) != null)) {
    return { text: cleanNul(utf8), charset: 'utf-8', mislabelled: name !== undefined && name !== 'utf-8' };
  }
  const text = named?.decode(bytes) ?? null;
  if (text !== null && named !== null) {
    const ascii = named.charset === 'windows-1252' && /ascii|ansi/i.test(label ?? '');
    return { text: cleanNul(text), charset: named.charset, mislabelled: ascii };
  }
  const last = new TextDecoder('windows-1252').decode(bytes);
  return { text: cleanNul(last), charset: 'windows-1252', mislabelled: true };
}

/** Labels are short; a longer one names nothing. */
const LONGEST_LABEL = 200;

/** The name behind a label as mail writes it: quotes, a doubled `charset=` and vendor spellings removed. */
function normaliseLabel(label: string): string {
  const bare = label
    .slice(0, LONGEST_LABEL)
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
    .replace(/^charset=/, '')
    .replace(/^_/, '')
    .replace(/\$esc$/, '');
  return ALIASES.get(bare) ?? bare;
}

/** UTF-16 and UTF-32 are known by their byte order marks where nothing names them. */
function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

interface Named {
  readonly charset: string;
  readonly decode: Decode;
}

const SHIFTING: ReadonlyMap<string, Decode> = new Map([
  ['iso-2022-kr', decodeIso2022Kr],
  ['hz-gb-2312', decodeHz],
]);

function decoderFor(name: string): Named | null {
  const shifting = SHIFTING.get(name);
  if (shifting !== undefined) return { charset: name, decode: shifting };
  try {
    const decoder = new TextDecoder(name, { fatal: true });
    return { charset: decoder.encoding, decode: (bytes) => tryDecode(decoder, bytes) };
  } catch {
    // The WHATWG standard leaves out what browsers need no more; old mail still has it.
    return iconv.encodingExists(name) ? { charset: name, decode: (bytes) => iconv.decode(bytes, name) } : null;
  }
}

function tryDecode(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function tryUtf8(bytes: Uint8Array): string | null {
  return tryDecode(strictUtf8, bytes);
}

/** Tells whether all that is beyond ASCII took two bytes in UTF-8, as it does by chance in encodings of two bytes. */
function onlyPairs(text: string): boolean {
  return !/[\u0800-\uffff]/.test(text);
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
