import type { Line } from '../model/message.ts';
import { comparePlaces, type Place } from '../model/primitives.ts';
import type { PlacedPosition } from './placed.ts';

/** A stretch of a source that a position or one of its arguments rests on. */
export interface Mark {
  readonly of: PlacedPosition;
  readonly start: Place;
  readonly end: Place;
  readonly polarity: 'pro' | 'con' | null;
}

/** A piece of a line over which the same marks lie. */
export interface Segment {
  readonly text: string;
  /** True for the quote marks before the text. */
  readonly quoteMarks: boolean;
  /** The innermost position whose words these are: the one that begins last. */
  readonly of: PlacedPosition | null;
  /** All positions whose words these are. */
  readonly positions: readonly PlacedPosition[];
  /** Positions whose words begin here. */
  readonly begins: readonly PlacedPosition[];
  readonly polarity: 'pro' | 'con' | null;
}

/** The marks of the positions that rest on one source, positions before their arguments. */
export function marksOf(slug: string, positions: readonly PlacedPosition[]): Mark[] {
  return positions
    .filter(({ position }) => position.evidence.source === slug)
    .flatMap((of) => [
      { of, start: of.position.evidence.start, end: of.position.evidence.end, polarity: null },
      ...of.position.arguments.map(({ evidence, polarity }) => ({
        of,
        start: evidence.start,
        end: evidence.end,
        polarity,
      })),
    ]);
}

/** The marks that touch each line, by its number: a long source has many lines and many marks. */
export function marksByLine(marks: readonly Mark[]): Map<number, Mark[]> {
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    for (let line = mark.start.line; line <= mark.end.line; line += 1) {
      byLine.set(line, [...(byLine.get(line) ?? []), mark]);
    }
  }
  return byLine;
}

/**
 * Cuts a line at its quote marks and wherever a mark begins or ends. The texts of the segments joined are the line.
 * Columns are code points, counted from the column at which the line (or its part after a seam) begins.
 */
export function segmentsOf(line: Line, marks: readonly Mark[]): Segment[] {
  // Of nearly all lines of a source no position has words: they need not be counted character by character.
  if (marks.length === 0) return unmarked(line);
  const characters = Array.from(line.raw);
  const from = Array.from(line.raw.slice(0, line.prefix)).length;
  const over = marks.flatMap((mark) => {
    const span = spanIn(line, characters.length, mark);
    return span === null ? [] : [{ mark, start: Math.max(span.start, from), end: span.end, first: span.first }];
  });
  const cuts = new Set([0, from, characters.length]);
  for (const { start, end } of over) cuts.add(start).add(end);
  const places = [...cuts].filter((cut) => cut <= characters.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index): Segment => {
    const end = places[index + 1] ?? characters.length;
    const covering = over.filter((span) => span.start <= start && span.end >= end);
    const whole = covering.filter(({ mark }) => mark.polarity === null);
    const innermost = whole.toSorted((a, b) => comparePlaces(b.mark.start, a.mark.start)).at(0)?.mark.of ?? null;
    return {
      text: characters.slice(start, end).join(''),
      quoteMarks: end <= from,
      of: innermost,
      positions: whole.map(({ mark }) => mark.of),
      begins: whole.filter((span) => span.first && span.start === start).map(({ mark }) => mark.of),
      polarity: covering.find(({ mark }) => mark.of === innermost && mark.polarity !== null)?.mark.polarity ?? null,
    };
  });
}

function unmarked({ raw, prefix }: Line): Segment[] {
  const none = { of: null, positions: [], begins: [], polarity: null };
  const pieces = [
    { text: raw.slice(0, prefix), quoteMarks: true, ...none },
    { text: raw.slice(prefix), quoteMarks: false, ...none },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** The half-open stretch of a line's characters that a mark covers, and whether the mark begins in it. */
function spanIn(
  line: Line,
  length: number,
  { of, start, end }: Mark,
): { start: number; end: number; first: boolean } | null {
  if (line.part !== of.line.part || line.number < start.line || line.number > end.line) return null;
  const first = line.number === start.line ? start.column - line.column : 0;
  const last = line.number === end.line ? end.column - line.column : length - 1;
  const from = Math.max(first, 0);
  const to = Math.min(last, length - 1);
  if (from > to) return null;
  return { start: from, end: to + 1, first: line.number === start.line && first >= 0 };
}
