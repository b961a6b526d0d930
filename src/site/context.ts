import type { Line } from '../model/message.ts';
import type { Evidence } from '../model/position.ts';
import { foldedSlice } from '../model/quote.ts';

/** Lines looked at on each side, and characters kept of them. */
const LINES = 6;
const CHARACTERS = 360;

/** The words of the same voice right before and after a quotation. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/**
 * Takes what stands around a quotation in its message, at the same depth of quoting: up to six lines and 360 characters on
 * each side, cut at a blank.
 */
export function surroundingsOf(lines: readonly Line[], { start, end }: Evidence): Surroundings {
  const depth = lines.find((line) => line.number === start.line)?.depth;
  const near = lines.filter(
    (line) =>
      line.depth === depth &&
      (line.zone === 'prose' || line.zone === 'list') &&
      line.number >= start.line - LINES &&
      line.number <= end.line + LINES,
  );
  const first = { line: Math.max(start.line - LINES, 1), column: 1 };
  const last = { line: end.line + LINES, column: Number.MAX_SAFE_INTEGER };
  const before =
    start.column > 1
      ? { line: start.line, column: start.column - 1 }
      : { line: Math.max(start.line - 1, 1), column: Number.MAX_SAFE_INTEGER };
  const stepped = start.column > 1 || start.line > 1;
  return {
    before: stepped ? tail(foldedSlice(near, first, before)) : '',
    after: head(foldedSlice(near, { line: end.line, column: end.column + 1 }, last)),
  };
}

function tail(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= CHARACTERS) return text;
  return `… ${characters
    .slice(-CHARACTERS)
    .join('')
    .replace(/^\S*\s+/, '')}`;
}

function head(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= CHARACTERS) return text;
  return `${characters
    .slice(0, CHARACTERS)
    .join('')
    .replace(/\s+\S*$/, '')} …`;
}
