/** The widest line of plain text: that of kernel change logs (Documentation/process/submitting-patches.rst). */
export const COLUMNS = 75;

/**
 * Folds text into lines of at most 75 bytes of UTF-8, prefix included: checkpatch counts bytes, and no terminal counts more
 * columns than bytes. A word that is longer stands on a line of its own: an address must not be broken.
 *
 * @example wrap('a b', '> ') → '> a b'
 */
export function wrap(text: string, prefix = '', width: number = COLUMNS): string {
  const lines: string[] = [];
  let words: string[] = [];
  let bytes = bytesOf(prefix);
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const more = bytesOf(word) + (words.length === 0 ? 0 : 1);
    if (words.length > 0 && bytes + more > width) {
      lines.push(prefix + words.join(' '));
      words = [];
      bytes = bytesOf(prefix) - 1;
    }
    words.push(word);
    bytes += more;
  }
  return [...lines, prefix + words.join(' ')].join('\n');
}

/** What a browser has too; made once, for every word of every citation is measured. */
const UTF8 = new TextEncoder();

function bytesOf(text: string): number {
  return UTF8.encode(text).byteLength;
}
