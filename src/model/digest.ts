import { createHash } from 'node:crypto';

/** Digests text (as UTF-8) or bytes with SHA-256; returns 64 lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Names bytes the way Software Heritage does (SWHID 1.2, ISO/IEC 18670): the SHA-1 of a git blob.
 *
 * @example swhid(Buffer.from('')) → 'swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
 */
export function swhid(bytes: Uint8Array): string {
  const header = `blob ${bytes.byteLength}\0`;
  return `swh:1:cnt:${createHash('sha1').update(header).update(bytes).digest('hex')}`;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/**
 * Writes JSON in the one canonical form of RFC 8785 (JCS): keys sorted by UTF-16 units, no blanks, `undefined` left out.
 * Throws a TypeError on a number that JSON cannot hold.
 *
 * @example canonicalJson({ b: 1, a: [true, 'é'] }) → '{"a":[true,"é"],"b":1}'
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

/** The short digest (8 hexadecimal digits) by which a record remembers what the extractor wrote into one field. */
export function fieldDigest(value: Json): string {
  return sha256(canonicalJson(value)).slice(0, 8);
}
