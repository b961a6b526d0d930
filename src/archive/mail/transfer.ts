/**
 * Decodes quoted-printable (RFC 2045 §6.7), leniently: a broken escape stays as written.
 *
 * @param places Takes for each decoded byte where what stands for it begins and ends in the encoded ones.
 * @example decodeQuotedPrintable(Buffer.from('a=3D=\nb')) → the bytes of 'a=b'
 */
export function decodeQuotedPrintable(bytes: Uint8Array, places?: [number, number][]): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      places?.push([i, i + 1]);
      continue;
    }
    const skipped = softBreak(bytes, i + 1);
    if (skipped > 0) {
      i += skipped;
      continue;
    }
    const value = hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]);
    const read = Number.isNaN(value) ? 1 : 3;
    out[length++] = read === 1 ? byte : value;
    places?.push([i, i + read]);
    i += read - 1;
  }
  return out.subarray(0, length);
}

/** The length of a soft line break after `=`: blanks, then LF or CRLF, or the end of the data; 0 where there is none. */
function softBreak(bytes: Uint8Array, from: number): number {
  let i = from;
  while (bytes[i] === 0x20 || bytes[i] === 0x09) i += 1;
  if (i >= bytes.length) return i - from + 1;
  if (bytes[i] === 0x0d && bytes[i + 1] === 0x0a) return i - from + 2;
  return bytes[i] === 0x0a ? i - from + 1 : 0;
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : Number.NaN;
}

/** Decodes base64 (RFC 2045 §6.8), passing over what is no base64, up to its padding or to a line that is plain text. */
function decodeBase64(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // A list footer may follow the encoded text, unencoded.
  const plain = /^(?=[^\r\n]*[^A-Za-z0-9+/=\s])/m.exec(text);
  return Buffer.from(plain === null ? text : text.slice(0, plain.index), 'base64');
}

/** Undoes a Content-Transfer-Encoding; null where the text is not hidden by one. */
export function decodeTransfer(bytes: Uint8Array, encoding: string | null): Uint8Array | null {
  const name = (encoding ?? '').trim().toLowerCase();
  if (name === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return name === 'base64' ? decodeBase64(bytes) : null;
}
