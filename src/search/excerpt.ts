import { marksOf, type Range, type Searchable, searchable } from './match.ts';
import type { Wanted } from './query.ts';

/** A piece of an excerpt; `marked` where it is a word that was asked for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

export interface Excerpt {
  readonly pieces: readonly ExcerptPiece[];
  /** Index of the line in which the first marked word stands; 0 where none is marked. */
  readonly line: number;
}

/** Shown of a text that is longer than this; an exact quotation is mostly shorter and then shown whole. */
const EXCERPT = 280;
/** Of the excerpt, how much stands before the first marked word. */
const BEFORE = 80;

/**
 * Cuts the stretch around the first wanted word out of a text of several lines, and takes it apart at the wanted words. A
 * cut is shown as an ellipsis and falls between words.
 *
 * @param prepared The lines joined by blanks, where they have been taken apart before.
 * @example excerptOf(['Use O_DIRECT.'], readQuery('o_direct').wanted).pieces
 * → [{ text: 'Use ', marked: false }, { text: 'O_DIRECT', marked: true }, { text: '.', marked: false }]
 */
export function excerptOf(
  lines: readonly string[],
  wanted: readonly Wanted[],
  prepared: Searchable = searchable(lines.join(' ')),
): Excerpt {
  const text = lines.join(' ');
  const marks = marksOf(wanted, prepared);
  const window = windowAround(text, marks.at(0)?.start ?? 0);
  const pieces = piecesOf(text, window, marks);
  if (window.start > 0) pieces.unshift({ text: '… ', marked: false });
  if (window.end < text.length) pieces.push({ text: ' …', marked: false });
  return { pieces, line: lineAt(lines, marks.at(0)?.start ?? 0) };
}

function windowAround(text: string, first: number): Range {
  if (text.length <= EXCERPT) return { start: 0, end: text.length };
  const from = Math.max(Math.min(first - BEFORE, text.length - EXCERPT), 0);
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const to = start + EXCERPT;
  const blank = to >= text.length ? text.length : text.lastIndexOf(' ', to);
  // A text without blanks is cut where it must be.
  return { start: start > first ? from : start, end: blank > first ? blank : Math.min(to, text.length) };
}

function piecesOf(text: string, { start, end }: Range, marks: readonly Range[]): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  let done = start;
  for (const mark of marks) {
    if (mark.start < done || mark.end > end) continue;
    pieces.push(
      { text: text.slice(done, mark.start), marked: false },
      { text: text.slice(mark.start, mark.end), marked: true },
    );
    done = mark.end;
  }
  pieces.push({ text: text.slice(done, end), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

function lineAt(lines: readonly string[], offset: number): number {
  let end = 0;
  for (const [index, line] of lines.entries()) {
    end += line.length + 1;
    if (offset < end) return index;
  }
  return 0;
}
