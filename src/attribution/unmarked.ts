import { type Introduction, isIndented } from './introductions.ts';
import type { BodyLine } from './marks.ts';

/** A stretch quoted without marks, or one in which quoted and own words cannot be told apart. */
export interface UnmarkedStretch {
  readonly end: number;
  /** The depth that the attribution line above it opened. */
  readonly opens: number;
  readonly mixed: boolean;
  readonly reason: string;
}

/**
 * Finds what is quoted without a mark, where the message itself tells, by the line at which each stretch begins: text set off
 * by blanks below an attribution line, and all that stands below one in a message without any mark. There, below own words,
 * everything is the quotation (an answer on top); with no words above, quoted and own words are mixed, and nobody is named.
 */
export function unmarkedStretches(
  lines: readonly BodyLine[],
  introductions: readonly Introduction[],
): ReadonlyMap<number, UnmarkedStretch> {
  const stretches = new Map<number, UnmarkedStretch>();
  if (introductions.length === 0) return stretches;
  const marked = lines.some(({ depth }) => depth > 0);
  introductions.forEach(({ end: start, depth, opens }, place) => {
    if (opens === depth || depth > 0) return;
    const until = introductions[place + 1]?.start ?? lines.length;
    if (isIndented(lines, start, depth)) {
      const end = indentedEnd(lines, start, until);
      stretches.set(start, { end, opens, mixed: false, reason: 'it is set off by blanks below an attribution line' });
    } else if (!marked && place === 0) {
      const mixed = !hasWords(lines, introductions[0]?.start ?? 0);
      const reason = mixed
        ? 'an attribution line stands above, but no mark tells quoted from own words'
        : 'it stands below an attribution line, under the answer, in a message without marks';
      stretches.set(start, { end: until, opens, mixed, reason });
    }
  });
  return stretches;
}

function indentedEnd(lines: readonly BodyLine[], start: number, until: number): number {
  let end = start;
  for (let index = start; index < until; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text.trim() === '') continue;
    if (lines[index]?.depth !== 0 || !/^(?: {2}|\t)/.test(text)) break;
    end = index + 1;
  }
  return end;
}

function hasWords(lines: readonly BodyLine[], end: number): boolean {
  return lines.slice(0, end).some(({ text }) => /\p{L}{2}/u.test(text));
}
