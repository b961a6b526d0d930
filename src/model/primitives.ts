import { z } from 'zod';

/** A place in a text file: 1-based line, 1-based column counted in code points. */
export const Place = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
});
export type Place = z.infer<typeof Place>;

/** Lower-case words joined by hyphens: the file and address name of a source, term or person. */
export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters and digits joined by hyphens');

/** A calendar date, `2014-06-13`, or a year and month, `2014-06`, or a year, where no more is known. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');

/** An instant in UTC, `2014-06-13T17:55:46Z` (RFC 3339). */
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'YYYY-MM-DDThh:mm:ssZ');

/** An address a reader can open; nothing but http and https, so that no record can carry a script. */
export const WebAddress = z.url({ protocol: /^https?$/ });

/** A SHA-256 digest in lower-case hexadecimal (FIPS 180-4). */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits');

/** Orders two places as they stand in the file. */
export function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}
