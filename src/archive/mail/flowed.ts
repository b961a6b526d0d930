import type { Parameters } from './parameters.ts';

/** A signature's delimiter ends in a blank and is never joined (RFC 3676 §4.3). */
const DELIMITER = /^>*-- $/;
const DIFF = /^(?:diff --git |@@ -\d|\+\+\+ \S)/m;
const MARKS = /^>*/;

/**
 * Tells whether text is to be joined before it is read: in flowed text with `DelSp=yes` (RFC 3676 §4.2) lines are broken
 * inside words, so that no line has them whole. Other flowed text is broken between words and is read line by line, as it stands
 * in the file. A patch that carries the label is none of it: joining would spoil it.
 */
export function needsJoining({ parameters }: Parameters, text: string): boolean {
  return isFlowed({ parameters }) && parameters.get('delsp')?.toLowerCase() === 'yes' && !DIFF.test(text);
}

/** Tells whether a part is labelled `format=flowed`. */
export function isFlowed({ parameters }: Pick<Parameters, 'parameters'>): boolean {
  return parameters.get('format')?.toLowerCase() === 'flowed';
}

/**
 * Joins the lines of flowed text with `DelSp=yes` (RFC 3676 §4): a line that ends in a blank goes on in the next one of the same
 * quote depth, the blank is dropped. A joined line has the marks of its first.
 *
 * @example joinFlowed(['> super ', '> man', 'own']) → ['> superman', 'own']
 */
export function joinFlowed(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open: { depth: number; pieces: string[] } | null = null;
  for (const line of lines) {
    const depth = MARKS.exec(line)?.[0].length ?? 0;
    const text = line.slice(depth).replace(/^ /, '');
    const flows = line.endsWith(' ') && !DELIMITER.test(line.replace(/^(>+) /, '$1'));
    const words = flows ? text.slice(0, -1) : text;
    if (open !== null && open.depth === depth) open.pieces.push(words);
    else {
      if (open !== null) joined.push(open.pieces.join(''));
      open = { depth, pieces: [depth > 0 ? `${'>'.repeat(depth)} ${words}` : restuffed(words)] };
    }
    if (!flows) {
      joined.push(open.pieces.join(''));
      open = null;
    }
  }
  if (open !== null) joined.push(open.pieces.join(''));
  return joined;
}

/** A mark that begins somebody's own line keeps its blank, which says that it quotes nothing. */
function restuffed(words: string): string {
  return words.startsWith('>') ? ` ${words}` : words;
}

/**
 * Which lines of flowed text begin with a mark that is text and no quotation: one put behind a blank (space-stuffed, RFC 3676
 * §4.4). Some mailers quote by ` >` all the same; where a text has no other quotation, nothing is concluded.
 */
export function stuffedMarks(lines: readonly string[]): ReadonlySet<number> {
  const stuffed = new Set<number>();
  lines.forEach((line, index) => {
    if (line.startsWith(' >')) stuffed.add(index);
  });
  if (stuffed.size > 2 && !lines.some((line) => line.startsWith('>'))) stuffed.clear();
  return stuffed;
}
