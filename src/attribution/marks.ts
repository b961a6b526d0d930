import type { RawLine } from '../model/message.ts';
import { learnMarks, type Marks, readCiter } from './rare-marks.ts';

/** A line of a body with its quote marks told apart from its text. */
export interface BodyLine {
  readonly line: RawLine;
  /** Length of the marks and the blanks that belong to them. */
  readonly prefix: number;
  readonly depth: number;
  /** The text after the marks. */
  readonly text: string;
  /** Initials before the innermost mark (`DC> …`), where the quoting mailer put them. */
  readonly citer: string | null;
  /** Belongs to a diff of the normal form, in which `>` marks a new line and no quotation. */
  readonly normalDiff: boolean;
}

/**
 * Tells the depth of every body line. The mark is `>`, with or without blanks between (`> >`, `>>`, `>text`); other marks
 * (`:`, `|`, `%`, `}`, `Name>`, blanks before `>`) are learnt from the message itself. Inside a diff of the normal form (POSIX
 * diff: `3c3`, `< old`, `---`, `> new`) there are no marks.
 *
 * @example readMarks([{ number: 1, text: '> >a' }])[0] → { depth: 2, prefix: 3, text: 'a', … }
 */
export function readMarks(lines: readonly RawLine[]): readonly BodyLine[] {
  const texts = lines.map((line) => (line.stuffed === true ? '' : line.text));
  const marks = learnMarks(texts);
  const diff = normalDiffLines(texts);
  const scanned = lines.map((line, index) => (diff.has(index) ? unmarked(line, true) : scan(line, marks)));
  return nestBlocks(unescapeFrom(scanned));
}

function unmarked(line: RawLine, normalDiff: boolean): BodyLine {
  return { line, prefix: 0, depth: 0, text: line.text, citer: null, normalDiff };
}

/** The lines of diffs of the normal form: each change begins with a command such as `3c3` or `7,8d6`. */
function normalDiffLines(texts: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  texts.forEach((text, index) => {
    if (!(text >= '0' && text < ':') || !/^\d{1,7}(?:,\d{1,7})?[acd]\d{1,7}(?:,\d{1,7})?$/.test(text)) return;
    if (!/^[<>] /.test(texts[index + 1] ?? '')) return;
    found.add(index);
    for (let at = index + 1; /^(?:[<>](?: |$)|---$)/.test(texts[at] ?? ''); at += 1) found.add(at);
  });
  return found;
}

function scan(line: RawLine, marks: Marks): BodyLine {
  const { text } = line;
  let citer: string | null = null;
  let depth = 0;
  let at = leadOf(text, marks);
  // Supercite's own introduction looks like five marks; a Python session like three.
  const plain =
    line.stuffed === true ||
    (text.startsWith('>>>') && /^>{3,6} ?"[^"\n]{1,16}" == /.test(text)) ||
    (marks.prompts && text.startsWith('>>> '));
  while (!plain) {
    const next = markAt(text, at, depth, marks);
    if (next === null) break;
    depth += 1;
    at = next.end;
    citer = next.citer;
  }
  if (depth === 0) return unmarked(line, false);
  if (isBlank(text[at])) at += 1;
  return { line, prefix: at, depth, text: text.slice(at), citer, normalDiff: false };
}

/** What may stand before the first mark: invisible characters, and blanks where the message puts them there. */
function leadOf(text: string, marks: Marks): number {
  let at = 0;
  while (text[at] === '\uFEFF' || text[at] === '\u200B') at += 1;
  if (!marks.indented) return at;
  const blanks = /^ {1,4}(?=>)/.exec(text.slice(at))?.[0].length ?? 0;
  return at + blanks;
}

/** The end of the next mark, or null: one blank may stand between two marks, two where the message has it so. */
function markAt(text: string, at: number, depth: number, marks: Marks): { end: number; citer: string | null } | null {
  const start = depth > 0 ? skipBlanks(text, at, marks.wide ? 2 : 1) : at;
  const sign = text[start];
  if (sign === undefined) return null;
  if (sign === '>' || marks.signs.has(sign)) return { end: start + 1, citer: null };
  const citer = marks.citers.size === 0 ? null : readCiter(text.slice(start, start + 40));
  if (citer === null || !marks.citers.has(citer.token)) return null;
  return { end: start + citer.length, citer: citer.token };
}

function skipBlanks(text: string, at: number, most: number): number {
  let start = at;
  while (start - at < most && isBlank(text[start])) start += 1;
  return start;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u00A0';
}

/**
 * A mark directly before `From ` may be a mailbox's own escape, kept when the line was quoted; it is a quote mark only if a
 * neighbour is quoted as deep.
 */
function unescapeFrom(lines: readonly BodyLine[]): readonly BodyLine[] {
  if (!lines.some(mayBeEscaped)) return lines;
  return lines.map((line, index) => {
    if (!mayBeEscaped(line)) return line;
    const neighbours = [lines[index - 1], lines[index + 1]];
    const deep = neighbours.some((other) => other !== undefined && other.depth >= line.depth && other.text !== '');
    return deep ? line : { ...line, depth: line.depth - 1 };
  });
}

function mayBeEscaped({ depth, text, line, prefix }: BodyLine): boolean {
  return depth > 0 && text.startsWith('From ') && line.text[prefix - 1] === '>';
}

const OPENING = /^\s*\[quote(?:=[^\]]{0,160})?\]/i;
const CLOSING = /\[\/quote\]\s*$/i;

/** Forums quote by blocks, `[quote="NAME, …"]` to `[/quote]`, instead of by marks; what is inside is one deeper. */
function nestBlocks(lines: readonly BodyLine[]): readonly BodyLine[] {
  if (!lines.some(({ text }) => text.includes('[') && OPENING.test(text))) return lines;
  let level = 0;
  return lines.map((line) => {
    const nested = level === 0 ? line : { ...line, depth: line.depth + level };
    const opens = OPENING.test(line.text);
    const closes = CLOSING.test(line.text);
    if (opens && !closes) level = Math.min(level + 1, 64);
    if (closes && !opens) level = Math.max(level - 1, 0);
    return nested;
  });
}
