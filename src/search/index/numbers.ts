/**
 * Whole numbers as text: digits to the base of 32, the lowest first, each a letter of this alphabet; every digit but the last of
 * a number is raised by 32. It is the base64 VLQ of source maps (ECMA-426) without a sign: small numbers take one letter, none
 * needs a mark between, and text is what a script can carry and gzip presses best.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value += 1) VALUES[LETTERS.charCodeAt(value)] = value;

/**
 * Writes numbers from 0 to 2³⁰.
 *
 * @example writeNumbers([0, 31, 32]) → 'Afg' + 'B'
 */
export function writeNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (let rest of numbers) {
    while (rest > 31) {
      text += LETTERS[32 + (rest & 31)];
      rest >>>= 5;
    }
    text += LETTERS[rest];
  }
  return text;
}

/** Reads numbers back. Letters outside the alphabet are passed over. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? -1;
    if (value < 0) continue;
    number += (value & 31) << shift;
    if (value > 31) {
      shift += 5;
      continue;
    }
    numbers.push(number);
    number = 0;
    shift = 0;
  }
  return numbers;
}
