/** Longest slug of a file name, in characters. */
const LONGEST = 48;

/**
 * Makes the readable part of a file name out of a title: ASCII letters and digits in lower case, words joined by hyphens,
 * cut at a word. Whatever the title holds, the result is a slug.
 *
 * @example slugOf('Raw devices & O_DIRECT?') → 'raw-devices-o-direct'
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === '' ? 'decision' : slug;
}
