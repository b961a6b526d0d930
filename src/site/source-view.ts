import type { Line } from '../model/message.ts';
import type { Source } from '../model/source.ts';
import type { SourceEntry } from './knowledge.ts';
import { marksOf, type Segment, segmentsOf } from './marks.ts';
import { linesOf, type PlacedPosition } from './placed.ts';
import { type Block, blocksOf, isRead, type Run, runsOf } from './runs.ts';
import { type Reading, readingOf, type Share, sharesOf } from './shares.ts';

/** A line of a source as its page shows it. */
export interface LineView {
  readonly line: Line;
  /** `L40`; the second part of a line that a seam divides is `L9c480`. */
  readonly id: string;
  readonly segments: readonly Segment[];
  /** `used` where a position rests on it, `unused` where it was read and none does, null where it was not read. */
  readonly reading: 'used' | 'unused' | null;
  /** Positions whose words begin here. */
  readonly begins: readonly PlacedPosition[];
  /** What the original has after this line and these bytes lack. */
  readonly gaps: Source['gaps'];
}

export interface SourceView {
  readonly blocks: readonly Block<LineView>[];
  readonly shares: readonly Share[];
  readonly reading: Reading;
  /** Speakers in the order in which they are first heard: the number of a speaker's voice is its place here. */
  readonly speakers: readonly (string | null)[];
  /** True where no two decisions rest on the source. */
  readonly oneDecision: boolean;
}

/** Prepares a source for its page. Pure. */
export function sourceView(entry: SourceEntry, positions: readonly PlacedPosition[]): SourceView {
  const lines = linesOf(entry).map(({ line }) => line);
  const marks = marksOf(entry.slug, positions);
  const seen = new Set<number>();
  const views = lines.map((line): LineView => {
    const segments = segmentsOf(line, marks);
    const again = seen.has(line.number);
    seen.add(line.number);
    const empty = line.raw.slice(line.prefix).trim() === '';
    const used = segments.some(({ of }) => of !== null);
    return {
      line,
      id: again ? `L${line.number}c${line.column}` : `L${line.number}`,
      segments,
      reading: empty || !(used || isRead(line)) ? null : used ? 'used' : 'unused',
      begins: segments.flatMap(({ begins }) => begins),
      gaps: entry.source.gaps.filter(({ after }) => after === line.number),
    };
  });
  const usedLines = new Set(views.filter(({ reading }) => reading === 'used').map(({ line }) => line));
  const shares = sharesOf(lines);
  return {
    blocks: blocksOf(runsOf(views)),
    shares,
    reading: readingOf(lines, (line) => usedLines.has(line)),
    speakers: shares.map(({ speaker }) => speaker),
    oneDecision: new Set(marks.map(({ of }) => of.decision.id)).size < 2,
  };
}

/** The number of a speaker's voice, 1 to 6 and round again; 0 where nobody is known to speak. */
export function voiceOf(speakers: readonly (string | null)[], speaker: string | null): number {
  const named = speakers.filter((name) => name !== null);
  const place = speaker === null ? -1 : named.indexOf(speaker);
  return place < 0 ? 0 : (place % 6) + 1;
}

/** The numbers of the first and last line of some runs. */
export function lineRange(runs: readonly Run<LineView>[]): { first: number; last: number } {
  const numbers = runs.flatMap(({ items }) => items.map(({ line }) => line.number));
  return { first: numbers.at(0) ?? 0, last: numbers.at(-1) ?? 0 };
}
