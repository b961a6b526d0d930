import type { Line } from '../model/message.ts';
import { isRead, partOf } from './runs.ts';

/** How much of a source one speaker wrote. */
export interface Share {
  readonly speaker: string | null;
  readonly words: number;
  /** Of these, words that stand there as a quotation. */
  readonly quoted: number;
}

/** What was read of a source and what came of it, in lines. */
export interface Reading {
  readonly read: number;
  readonly used: number;
}

/** Words per speaker in the order in which they are first heard; what the archive put round them does not count. */
export function sharesOf(lines: readonly Line[]): Share[] {
  const shares = new Map<string | null, { words: number; quoted: number }>();
  for (const line of lines) {
    if (partOf(line) === 'frame' || line.zone === 'attribution') continue;
    const words = line.raw
      .slice(line.prefix)
      .split(/\s+/)
      .filter((word) => word !== '').length;
    if (words === 0) continue;
    const share = shares.get(line.speaker) ?? { words: 0, quoted: 0 };
    share.words += words;
    if (line.depth > 0) share.quoted += words;
    shares.set(line.speaker, share);
  }
  return [...shares].map(([speaker, share]) => ({ speaker, ...share }));
}

/** Counts the lines of prose that were read, and those of them on which a position rests. */
export function readingOf(lines: readonly Line[], isUsed: (line: Line) => boolean): Reading {
  const read = lines.filter((line) => isRead(line) && line.raw.slice(line.prefix).trim() !== '');
  return { read: read.length, used: read.filter(isUsed).length };
}
