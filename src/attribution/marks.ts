import type { RawLine } from '../model/message.ts';

/** A line of a body with its quote marks told apart from its text. */
export interface BodyLine {
  readonly line: RawLine;
  /** Length of the marks and the blanks that belong to them. */
  readonly prefix: number;
  readonly depth: number;
  /** The text after the marks. */
  readonly text: string;
  /** Names or initials before the marks (`DC> …`), outermost first, where the quoting mailer put them. */
  readonly citers: readonly string[];
}

/** The marks that one message uses besides `>`. */
interface Marks {
  readonly signs: ReadonlySet<string>;
  readonly citers: ReadonlySet<string>;
}

/** Characters that some mailers put before quoted lines; each counts only where a message uses it throughout. */
const RARE_SIGNS = [':', '|', '%', '}'];
const CITER = /^ {0,4}([A-Za-z][\w.'-]{0,15})>(?=\s|$|>)/;
/** A rare mark must stand before this many lines in a row. */
const RUN = 3;

/**
 * Tells the depth of every body line. The mark is `>`, with or without blanks between (`> >`, `>>`, `>text`); other marks
 * (`:`, `|`, `%`, `}`, `Name>`) are learnt from the message itself, which must use them on three lines in a row.
 *
 * @example readMarks([{ number: 1, text: '> >a' }])[0] → { depth: 2, prefix: 3, text: 'a', … }
 */
export function readMarks(lines: readonly RawLine[]): BodyLine[] {
  const texts = lines.map((line) => line.text);
  const marks = learnMarks(texts);
  return lines.map((line) => scan(line, marks));
}

function learnMarks(texts: readonly string[]): Marks {
  const signs = RARE_SIGNS.filter((sign) => longestRun(texts, (text) => startsWithSign(text, sign)) >= RUN);
  const citers = new Set<string>();
  const counts = new Map<string, number>();
  for (const text of texts) {
    const citer = CITER.exec(text.slice(0, 40))?.[1];
    if (citer !== undefined) counts.set(citer, (counts.get(citer) ?? 0) + 1);
  }
  for (const [citer, count] of counts) if (count >= RUN) citers.add(citer);
  return { signs: new Set(signs), citers };
}

function startsWithSign(text: string, sign: string): boolean {
  if (!text.startsWith(sign)) return false;
  // A table row ends as it begins; code closes a brace with nothing or punctuation after it.
  if (sign === '|') return !text.trimEnd().endsWith('|') || text.trim() === '|';
  return sign !== '}' || text === '}' || text.startsWith('} ');
}

function longestRun(texts: readonly string[], test: (text: string) => boolean): number {
  let longest = 0;
  let run = 0;
  let wordy = 0;
  for (const text of texts) {
    run = test(text) ? run + 1 : 0;
    if (run === 0) wordy = 0;
    else if (/[A-Za-z]{3}/.test(text)) wordy += 1;
    if (wordy >= 2) longest = Math.max(longest, run);
  }
  return longest;
}

function scan(line: RawLine, marks: Marks): BodyLine {
  const { text } = line;
  const citers: string[] = [];
  let depth = 0;
  let at = 0;
  for (;;) {
    const mark = markAt(text, at, depth, marks, citers);
    if (mark === -1) break;
    depth += 1;
    at = mark;
  }
  if (depth > 0 && text[at] === ' ') at += 1;
  return { line, prefix: at, depth, text: text.slice(at), citers };
}

/** The offset after the next mark, or -1: one blank may stand between two marks. */
function markAt(text: string, at: number, depth: number, marks: Marks, citers: string[]): number {
  const start = depth > 0 && text[at] === ' ' ? at + 1 : at;
  const sign = text[start];
  if (sign === undefined) return -1;
  if (sign === '>' || marks.signs.has(sign)) return start + 1;
  const citer = marks.citers.size === 0 ? undefined : CITER.exec(text.slice(at, at + 40));
  if (citer?.[1] === undefined || !marks.citers.has(citer[1])) return -1;
  citers.push(citer[1]);
  return at + citer[0].length;
}
