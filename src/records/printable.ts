/**
 * Makes third-party text safe to print on a terminal, at most so many characters of it: control characters and characters
 * that turn the direction of writing become �.
 */
export function printable(text: string, longest = Number.MAX_SAFE_INTEGER): string {
  const visible = Array.from(text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '�'));
  return visible.length <= longest ? visible.join('') : `${visible.slice(0, longest - 1).join('')}…`;
}
