/** The widest line of plain text: that of kernel change logs (Documentation/process/submitting-patches.rst). */
export const COLUMNS = 75;

const utf8 = new TextEncoder();

/**
 * Folds text into lines of at most 75 bytes of UTF-8, prefix included: checkpatch counts bytes, and no terminal counts more
 * columns than bytes. A word that is longer stands on a line of its own: an address must not be broken.
 *
 * @example wrap('a b', '> ') → '> a b'
 */
export function wrap(text: string, prefix = '', width: number = COLUMNS): string {
  const lines: string[] = [];
  let line = prefix;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === prefix ? prefix + word : `${line} ${word}`;
    if (line !== prefix && utf8.encode(longer).byteLength > width) {
      lines.push(line);
      line = prefix + word;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
