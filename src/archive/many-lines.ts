/** Each line is held with who wrote it and how that is known, about a hundred times the shortest of them. */
const MOST = 1_000_000;

/**
 * Tells where text has more lines than can be held: the offset behind the last that can, or null where it has no more. Nobody reads
 * a mail of a million lines; one that is nothing but line breaks would fill the memory.
 */
export function endOfLines(bytes: Uint8Array, most = MOST): number | null {
  if (bytes.length <= most) return null;
  let at = 0;
  for (let line = 0; line < most; line += 1) {
    const end = bytes.indexOf(0x0a, at);
    if (end === -1) return null;
    at = end + 1;
  }
  return at < bytes.length ? at : null;
}

/** What is said of lines that were left out. */
export function leftOut(most = MOST): string {
  return `only the first ${most} lines were read`;
}
