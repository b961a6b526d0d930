/** So many rows make a table; two may look alike by chance. */
const ROWS = 3;
/** A row with its edges, or the rule between two. */
const FRAMED = /^\s*(?:\|.*\||\+(?:[-=]{2,}\+)+)\s*$/;
const RULED = /^\s*[=-]{3,}(?:\s+[=-]{2,})+\s*$/;
/** The gap between two columns: blanks that no sentence's end explains, or a tab. */
const GAP = /(?<=[^\s.?!:;,])(?: {3,}|\t+ *)(?=\S)/g;

/**
 * Tells a table whose cells are words: rows with edges (`| a | b |`), rules above columns (`=== ===`), or three rows and more
 * whose columns begin at the same places.
 */
export function isTable(block: readonly string[]): boolean {
  const signs = block.map(firstSign);
  const rows = (test: RegExp): number => block.filter((text) => test.test(text.slice(0, 400))).length;
  if (block.length > 1 && signs.some((sign) => sign === '|' || sign === '+')) {
    const framed = rows(FRAMED);
    if (framed >= 2 && framed * 3 >= block.length * 2) return true;
  }
  if (block.length < ROWS) return false;
  if (signs.some((sign) => sign === '=' || sign === '-') && rows(RULED) > 0) return true;
  if (!block.every((text) => text.includes('   ') || text.includes('\t'))) return false;
  const [first = new Set<number>(), ...others] = block.map((text) => columnsOf(text.slice(0, 400)));
  if (first.size === 0) return false;
  return [...first].some((column) => others.every((columns) => columns.has(column)));
}

/** The first character that is no blank: it rules most lines out. */
function firstSign(text: string): string | undefined {
  let at = 0;
  while (text[at] === ' ') at += 1;
  return text[at];
}

/** Where the columns after the first begin. Behind tabs they line up on the screen and not in the text: their number says it. */
function columnsOf(text: string): Set<number> {
  const gaps = [...text.matchAll(GAP)];
  if (text.includes('\t')) return new Set(gaps.map((_, index) => -1 - index));
  return new Set(gaps.map((gap) => gap.index + gap[0].length));
}
