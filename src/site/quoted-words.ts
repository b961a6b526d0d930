import type { Argument, Position } from '../model/position.ts';

/** A piece of a quotation: plain, or an argument in it. */
export interface WordPiece {
  readonly text: string;
  readonly argument: Argument | null;
}

/** The words of a position with its arguments marked in them, and the arguments that stand elsewhere. */
export interface QuotedWords {
  readonly pieces: readonly WordPiece[];
  readonly elsewhere: readonly Argument[];
}

/**
 * Marks a position's arguments in its words. An argument that does not stand in them exactly once, or that overlaps one
 * already marked, is given apart: no mark is better than a wrong one.
 */
export function quotedWords({ evidence, arguments: reasons }: Position): QuotedWords {
  const whole = evidence.exact;
  const spans: { start: number; end: number; argument: Argument }[] = [];
  const elsewhere: Argument[] = [];
  for (const argument of reasons) {
    const start = whole.indexOf(argument.evidence.exact);
    const end = start + argument.evidence.exact.length;
    const once = start >= 0 && whole.indexOf(argument.evidence.exact, start + 1) < 0;
    const free = spans.every((span) => end <= span.start || start >= span.end);
    if (once && free) spans.push({ start, end, argument });
    else elsewhere.push(argument);
  }
  spans.sort((a, b) => a.start - b.start);
  const pieces: WordPiece[] = [];
  let done = 0;
  for (const { start, end, argument } of spans) {
    if (start > done) pieces.push({ text: whole.slice(done, start), argument: null });
    pieces.push({ text: whole.slice(start, end), argument });
    done = end;
  }
  if (done < whole.length) pieces.push({ text: whole.slice(done), argument: null });
  return { pieces, elsewhere };
}
