import type { BodyLine } from './marks.ts';

/** A line of fewer words may stand in many messages by chance. */
export const TELLING_WORDS = 4;

/**
 * What the lines of one body say, without what quoting and re-wrapping change. Most lines are never asked for, so each is worked
 * out when it is.
 */
export class Wordings {
  private readonly lines: readonly BodyLine[];
  private readonly texts: (string | undefined)[] = [];
  private readonly endings: (number | undefined)[] = [];

  constructor(lines: readonly BodyLine[]) {
    this.lines = lines;
  }

  /** The words of a line, one blank between any two. */
  textAt(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const text = wordsOf(this.lines[index]?.text ?? '');
    this.texts[index] = text;
    return text;
  }

  /** A number that is the same for all lines of the same words, and seldom for others; quickly told. */
  endingAt(index: number): number {
    const known = this.endings[index];
    if (known !== undefined) return known;
    const ending = endingOf(this.lines[index]?.text ?? '');
    this.endings[index] = ending;
    return ending;
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

/** Letters at the end of a line that its number is made of. */
const ENDING = 12;
/** Numbers are as small as this, so that a table of them stays small. */
const ENDINGS = 1 << 14;

/** Of letters and signs in ASCII alone, without marks: blanks of any kind make no difference. */
function endingOf(line: string): number {
  let ending = 0;
  for (let at = line.length - 1, left = ENDING; at >= 0 && left > 0; at -= 1) {
    const code = line.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f || code === 0x3e) continue;
    ending = (ending * 31 + code) % ENDINGS;
    left -= 1;
  }
  return ending;
}
