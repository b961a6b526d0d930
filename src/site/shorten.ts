/**
 * Cuts a text at a blank so that it has at most so many characters, and shows the cut.
 *
 * @example shorten('one two three', 8) → 'one two …'
 */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const cut = characters.slice(0, limit).join('');
  const blank = cut.lastIndexOf(' ');
  return `${blank > 0 ? cut.slice(0, blank) : cut} …`;
}
