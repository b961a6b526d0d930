import type { Line } from '../model/message.ts';
import type { Source } from '../model/source.ts';
import type { SourceEntry } from './knowledge.ts';
import { lineIds } from './line-ids.ts';
import { marksByLine, marksOf, type Segment, segmentsOf } from './marks.ts';
import { linesOf, type PlacedPosition } from './placed.ts';
import { type Block, blocksOf, isRead, type Run, runsOf } from './runs.ts';
import { type Reading, readingOf, type Share, sharesOf } from './shares.ts';
import { sentence } from './speaker-note.ts';
import { BASIS_NOTES } from './words.ts';

/** A line of a source as its page shows it. */
export interface LineView {
  readonly line: Line;
  /** `L40`; the second part of a line that a seam divides is `L9c480`, a line of a decoded part `m2p1.2L40`. */
  readonly id: string;
  readonly segments: readonly Segment[];
  /** `used` where a position rests on it, `unused` where it was read and none does, null where it was not read. */
  readonly reading: 'used' | 'unused' | null;
  /** Positions whose words begin here. */
  readonly begins: readonly PlacedPosition[];
  /** What the original has after this line and these bytes lack. */
  readonly gaps: Source['gaps'];
  /** Who sent the message it stands in, and when. */
  readonly sender: string | null;
  readonly sent: string;
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
  const placed = linesOf(entry);
  const lines = placed.map(({ line }) => line);
  const marks = marksOf(entry.slug, positions);
  const byLine = marksByLine(marks);
  const ids = lineIds(entry.messages);
  const views = placed.map(({ line, message }): LineView => {
    const here = byLine.get(line.number) ?? [];
    const segments = segmentsOf(line, line.part === undefined ? here : here.filter(({ of }) => of.message === message));
    const empty = line.raw.slice(line.prefix).trim() === '';
    const used = segments.some(({ of }) => of !== null);
    return {
      line,
      id: ids.get(line) ?? '',
      segments,
      reading: empty || !(used || isRead(line)) ? null : used ? 'used' : 'unused',
      begins: segments.flatMap(({ begins }) => begins),
      gaps: entry.source.gaps.filter(({ after }) => after === line.number),
      sender: message.from?.name ?? null,
      sent: message.date ?? entry.source.date,
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

/** Why a voice has its name or has none, at the first of the runs to which the same reason applies. */
export function explanations(blocks: readonly Block<LineView>[]): Map<Run<LineView>, string> {
  const told = new Set<string>();
  const first = new Map<Run<LineView>, string>();
  for (const run of blocks.flatMap(({ runs }) => runs)) {
    const basis = run.part === 'frame' ? undefined : BASIS_NOTES[run.basis];
    if (basis === undefined) continue;
    const text = run.reason === null ? basis : `${basis} ${sentence(run.reason)}`;
    const key = `${run.speaker} ${text}`;
    if (!told.has(key)) first.set(run, text);
    told.add(key);
  }
  return first;
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
