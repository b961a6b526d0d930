import { endingOf } from './endings.ts';
import type { BodyLine } from './marks.ts';

/** A line of fewer words may stand in many messages by chance. */
export const TELLING_WORDS = 4;

/**
 * What the lines of one body say, without what quoting and re-wrapping change. Most lines are never asked for, so each is worked
 * out when it is; how it ends is told at once.
 */
export class Wordings {
  private readonly lines: readonly BodyLine[];
  private readonly texts: (string | undefined)[];
  private readonly endings: readonly number[];

  constructor(lines: readonly BodyLine[]) {
    this.lines = lines;
    this.texts = lines.map(() => undefined);
    this.endings = lines.map(({ text }) => endingOf(text));
  }

  /** The words of a line, one blank between any two. */
  textAt(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const text = wordsOf(this.lines[index]?.text ?? '');
    this.texts[index] = text;
    return text;
  }

  /** How a line ends; see `endingOf`. */
  endingAt(index: number): number {
    return this.endings[index] ?? 0;
  }
}

/** The number of words of a line's text. */
export function countWords(text: string): number {
  let words = text === '' ? 0 : 1;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}

/** The words of a line, one blank between any two. */
export function wordsOf(line: string): string {
  const trimmed = line.trim();
  const text = /\s\s|[\t\u00A0]/.test(trimmed) ? trimmed.split(/\s+/).join(' ') : trimmed;
  return text.startsWith('>From ') ? text.slice(1) : text;
}
