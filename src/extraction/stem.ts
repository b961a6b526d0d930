/** The part of a word that stays the same: lower case, plural and `-ing` off. */
export function stemOf(raw: string): string {
  const word = raw
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\(\)$/, '');
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}
