/** A piece of text that is never cut, and what joins it to the piece before it on the same line. */
interface Piece {
  readonly text: string;
  readonly glue: '' | ' ';
}

/**
 * Breaks text into lines of at most `limit` px, as few as possible and as even as possible. Lines break at blanks; a word
 * that is wider than a line breaks after `_`, `-`, `/` or `.` and nowhere else, so a line may be wider than the limit
 * rather than cut an identifier.
 *
 * @example wrap('RLIMIT_MEMLOCK counts pages', 120, width) → ['RLIMIT_MEMLOCK', 'counts pages']
 */
export function wrap(text: string, limit: number, width: (text: string) => number): string[] {
  const pieces = cut(text, limit, width);
  const widest = Math.max(0, ...pieces.map((piece) => width(piece.text)));
  const roomy = Math.max(limit, widest);
  const lines = fill(pieces, roomy, width);
  let [low, high] = [Math.floor(widest), Math.ceil(roomy)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (middle >= widest && fill(pieces, middle, width).length === lines.length) high = middle;
    else low = middle + 1;
  }
  return fill(pieces, Math.max(high, widest), width);
}

function cut(text: string, limit: number, width: (text: string) => number): Piece[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => {
      const parts = width(word) > limit ? word.split(/(?<=[_\-/.])(?=[^_\-/.])/) : [word];
      return parts.map((part, index): Piece => ({ text: part, glue: index === 0 ? ' ' : '' }));
    });
}

/** Fills lines greedily, which gives the fewest lines. */
function fill(pieces: readonly Piece[], limit: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { text, glue } of pieces) {
    const longer = line === '' ? text : `${line}${glue}${text}`;
    if (line !== '' && width(longer) > limit) {
      lines.push(line);
      line = text;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
