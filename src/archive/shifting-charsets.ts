/**
 * Charsets of seven bits that shift between ASCII and an East Asian set, and that neither `TextDecoder` nor iconv-lite has.
 * Each is turned into the encoding of eight bits that holds the same characters.
 */

const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;

const eucKr = new TextDecoder('euc-kr');
const gbk = new TextDecoder('gbk');

/**
 * Decodes ISO-2022-KR (RFC 1557): a designator `ESC $ ) C`, then SO and SI around KS X 1001.
 *
 * @example decodeIso2022Kr(Buffer.from('\x1b$)C\x0e0!\x0f')) → '가'
 */
export function decodeIso2022Kr(bytes: Uint8Array): string {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29 && bytes[at + 3] === 0x43) at += 3;
    else if (byte === SHIFT_OUT || byte === SHIFT_IN) shifted = byte === SHIFT_OUT;
    else {
      // A line begins in ASCII, whatever the last one forgot.
      if (byte === 0x0a) shifted = false;
      out.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  return eucKr.decode(Uint8Array.from(out));
}

/**
 * Decodes HZ (RFC 1843): `~{` and `~}` around GB 2312, `~~` for a tilde, `~` at a line's end joins lines.
 *
 * @example decodeHz(Buffer.from('~{VP~}')) → '中'
 */
export function decodeHz(bytes: Uint8Array): string {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (byte === TILDE && (next === 0x7b || next === 0x7d)) {
      shifted = next === 0x7b;
      at += 1;
    } else if (byte === TILDE && !shifted && (next === TILDE || next === 0x0a)) {
      if (next === TILDE) out.push(TILDE);
      at += 1;
    } else {
      if (byte === 0x0a) shifted = false;
      out.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  return gbk.decode(Uint8Array.from(out));
}
