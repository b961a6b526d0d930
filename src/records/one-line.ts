/**
 * Text of a mail as one line of plain text: what cannot be seen goes, blanks are folded. Addresses and length are not its
 * business.
 *
 * @example oneLine('a\u202e\n  b') → 'a b'
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
