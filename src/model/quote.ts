import { sha256 } from './digest.ts';
import type { Line } from './message.ts';
import type { Evidence } from './position.ts';
import { comparePlaces, type Place } from './primitives.ts';

/** Characters of context kept before and after a quotation (W3C Web Annotation, TextQuoteSelector). */
const CONTEXT = 32;
/** Lines before and after it in which context is looked for. */
const NEAR = 3;

/** The part of a message's lines between two places, and what of it is text rather than quote mark. */
interface Piece {
  readonly raw: string;
  readonly text: string;
}

function piecesBetween(lines: readonly Line[], start: Place, end: Place): Piece[] {
  return lines.flatMap((line) => {
    // First of all, for most lines are elsewhere, and cutting one into characters takes long.
    if (line.number < start.line || line.number > end.line) return [];
    const characters = charactersOf(line.raw);
    const first = line.column;
    const last = line.column + characters.length - 1;
    const before = comparePlaces({ line: line.number, column: last }, start) < 0 && characters.length > 0;
    const after = comparePlaces({ line: line.number, column: first }, end) > 0;
    if (before || after) return [];
    const from = line.number === start.line ? Math.max(start.column - first, 0) : 0;
    const to = line.number === end.line ? end.column - first + 1 : characters.length;
    const marks = charactersOf(line.raw.slice(0, line.prefix)).length;
    return [{ raw: cut(characters, from, to), text: cut(characters, Math.max(from, marks), to) }];
  });
}

/** A text by its characters (code points): as it stands where each is one UTF-16 unit, as in nearly every line. */
function charactersOf(text: string): string | readonly string[] {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
}

function cut(characters: string | readonly string[], from: number, to: number): string {
  return typeof characters === 'string' ? characters.slice(from, to) : characters.slice(from, to).join('');
}

/**
 * Cuts the raw slice between two places out of a message's lines, quote marks included, lines joined by a line feed.
 * Lines of other parts and places outside the lines give an empty string.
 */
export function rawSlice(lines: readonly Line[], start: Place, end: Place): string {
  return piecesBetween(lines, start, end)
    .map((piece) => piece.raw)
    .join('\n');
}

/**
 * Cuts the words between two places: quote marks dropped, line breaks and the blanks around them folded to one blank,
 * everything else left as it stands.
 *
 * @example lines `> > a decent` / `> > abstraction.` → 'a decent abstraction.'
 */
export function foldedSlice(lines: readonly Line[], start: Place, end: Place): string {
  return fold(piecesBetween(lines, start, end).map((piece) => piece.text));
}

/** Joins lines of text by one blank each, dropping empty ones and the blanks at the joins. */
export function fold(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

/**
 * Makes the evidence for the words between two places of a message: exact words, context on both sides taken from the
 * neighbouring lines of the same depth, and the digest of the raw slice.
 *
 * Throws a RangeError where the places enclose no text.
 */
export function evidenceFor(source: string, lines: readonly Line[], start: Place, end: Place): Evidence {
  const beginning = { line: Math.max(start.line - NEAR, 1), column: 1 };
  const ending = { line: end.line + NEAR, column: Number.MAX_SAFE_INTEGER };
  // Gone through once: a message may have thousands of lines, and many quotations.
  const near = lines.filter(({ number }) => number >= beginning.line && number <= ending.line);
  const exact = foldedSlice(near, start, end);
  if (exact === '') throw new RangeError(`no text between ${start.line}:${start.column} and ${end.line}:${end.column}`);
  const depth = near.find((line) => line.number === start.line && holds(line, start))?.depth;
  const neighbours = near.filter((line) => line.depth === depth);
  const before = start.column > 1 || start.line > 1 ? foldedSlice(neighbours, beginning, stepBack(start)) : '';
  const after = foldedSlice(neighbours, { line: end.line, column: end.column + 1 }, ending);
  return {
    source,
    start,
    end,
    exact,
    prefix: Array.from(before).slice(-CONTEXT).join(''),
    suffix: Array.from(after).slice(0, CONTEXT).join(''),
    sha256: sha256(rawSlice(near, start, end)),
  };
}

function holds(line: Line, place: Place): boolean {
  return place.column >= line.column && place.column < line.column + charactersOf(line.raw).length;
}

function stepBack({ line, column }: Place): Place {
  return column > 1 ? { line, column: column - 1 } : { line: line - 1, column: Number.MAX_SAFE_INTEGER };
}
