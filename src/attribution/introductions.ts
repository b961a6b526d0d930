import { mayOpenHeaderBlock, RAW_HEADER, readHeaderBlock } from './forms/header-block.ts';
import { type Named, readAttribution, withoutBidi } from './forms/index.ts';
import type { BodyLine } from './marks.ts';

/** An attribution line, or several that it was wrapped over, found in a body. */
export interface Introduction extends Named {
  /** Indices of its first line and of the line after its last. */
  readonly start: number;
  readonly end: number;
  /** The depth whose writer it names: one deeper than where it stands, or the same where a whole header is quoted. */
  readonly opens: number;
  /** The depth at which it stands itself. */
  readonly depth: number;
  /** True where it seems to stand within the quotation that it introduces. */
  readonly within?: boolean;
}

/** Mailers wrap an attribution over no more lines than this. */
const WINDOW = 3;

/**
 * Finds the attribution lines of a body; `skip` tells lines that something else has claimed, such as a diff, `knows` the
 * people who are known to take part.
 */
export function findIntroductions(
  lines: readonly BodyLine[],
  skip: (index: number) => boolean,
  knows: (name: string) => boolean,
): Introduction[] {
  const found: Introduction[] = [];
  const near = nearClosing(lines);
  for (let index = 0; index < lines.length; index += 1) {
    if (skip(index)) continue;
    const line = near[index] === 1 ? (lineAt(lines, index) ?? nameAt(lines, index, knows)) : null;
    const introduction = line ?? blockAt(lines, index);
    if (introduction === null) continue;
    found.push(withinItsQuotation(lines, introduction, found.at(-1)));
    index = introduction.end - 1;
  }
  return found;
}

/** Which lines stand so near one that may close an attribution that it may begin with them: most lines do not. */
function nearClosing(lines: readonly BodyLine[]): Uint8Array {
  const near = new Uint8Array(lines.length);
  lines.forEach(({ text }, index) => {
    if (mayClose(text)) near.fill(1, Math.max(0, index - WINDOW + 1), index + 1);
  });
  return near;
}

/**
 * Apple Mail puts its attribution line inside the quotation that it introduces. So one that begins a quotation nobody else
 * introduced, and is followed by more of it at the same depth, names the writer of its own depth.
 */
function withinItsQuotation(
  lines: readonly BodyLine[],
  introduction: Introduction,
  before: Introduction | undefined,
): Introduction {
  const { start, end, depth, opens } = introduction;
  if (depth === 0 || opens === depth || nextDepth(lines, end) !== depth) return introduction;
  let above = start - 1;
  while (above >= 0 && lines[above]?.text.trim() === '' && lines[above]?.depth === depth) above -= 1;
  const begins = (lines[above]?.depth ?? 0) < depth;
  const introduced = before !== undefined && before.end > above && before.opens === depth;
  return begins && !introduced ? { ...introduction, opens: depth, within: true } : introduction;
}

function lineAt(lines: readonly BodyLine[], start: number): Introduction | null {
  const depth = lines[start]?.depth ?? 0;
  let joined = '';
  for (let end = start; end < Math.min(start + WINDOW, lines.length); end += 1) {
    const line = lines[end];
    if (line === undefined || line.text.trim() === '' || !continues(line, depth, end > start)) return null;
    joined = joined === '' ? line.text.trim() : `${joined} ${line.text.trim()}`;
    const named = mayClose(joined) ? readAttribution(joined) : null;
    if (named === null) continue;
    // Without date or address, lines above a name belong to the sentence before it.
    const sure = end === start || named.dated || named.address !== null;
    const quoteFollows = nextDepth(lines, end + 1) > depth || isIndented(lines, end + 1, depth);
    if (sure && (quoteFollows || isSurelyDated(joined, named)))
      return { ...named, start, end: end + 1, opens: depth + 1, depth };
  }
  return null;
}

/** An attribution ends in a colon; a forum's block opens with a bracket instead, and Zoho's line ends in a rule. */
function mayClose(text: string): boolean {
  const trimmed = text.trimEnd();
  const last = trimmed.at(-1);
  if (last === ':' || last === '：') return true;
  if (last === ']') return text.trimStart().startsWith('[quote=');
  if (last === '-') return text.startsWith('---- ');
  return last !== undefined && last >= '\u200e' && last <= '\u2069' && withoutBidi(trimmed).endsWith(':');
}

/** Tells whether the text that follows is set off by blanks or a tab, as some mailers quote. */
export function isIndented(lines: readonly BodyLine[], from: number, depth: number): boolean {
  const next = lines.slice(from, from + 6).find((line) => line.text.trim() !== '');
  return next !== undefined && next.depth === depth && /^(?: {4}|\t)\s*\p{L}/u.test(next.text);
}

/** `Mo Example:` alone above a quotation names its writer if somebody of that name takes part. */
function nameAt(lines: readonly BodyLine[], start: number, knows: (name: string) => boolean): Introduction | null {
  const { text = '', depth = 0 } = lines[start] ?? {};
  const name = /^\s*@?(\p{L}[^:]{1,60}):\s*$/u.exec(text)?.[1]?.trim();
  if (name === undefined || !knows(name) || nextDepth(lines, start + 1) <= depth) return null;
  return { name, address: null, dated: false, start, end: start + 1, opens: depth + 1, depth };
}

/** A sentence may hold a year and a verb of saying, but hardly a time of day or an address as well. */
function isSurelyDated(text: string, named: Named): boolean {
  return (
    named.dated && (named.address !== null || /\d{1,2}[:.]\d\d(?!\d)|\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d\d/.test(text))
  );
}

/** A wrapped line keeps its depth, but its tail may have been wrapped once more and have lost its mark. */
function continues(line: BodyLine, depth: number, wrapped: boolean): boolean {
  if (line.depth === depth) return true;
  return wrapped && line.depth < depth && line.text.length <= 40 && /\p{L}\s?[:：]$/u.test(line.text.trim());
}

/** The depth of the next line with text, or -1 at the end. */
function nextDepth(lines: readonly BodyLine[], from: number): number {
  for (let index = from; index < lines.length && index < from + 6; index += 1) {
    const line = lines[index];
    if (line !== undefined && line.text.trim() !== '') return line.depth;
  }
  return -1;
}

/** Fields that only a raw header has, above: it was pasted to be looked at, and introduces nothing. */
function isPastedHeader(lines: readonly BodyLine[], start: number): boolean {
  for (let index = start - 1; index >= 0 && start - index <= MOST_FIELDS; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.depth !== lines[start]?.depth || line.text.trim() === '') return false;
    if (RAW_HEADER.test(line.text.trim())) return true;
  }
  return false;
}

/** Lines above that may belong to one header. */
const MOST_FIELDS = 30;

function blockAt(lines: readonly BodyLine[], start: number): Introduction | null {
  const first = lines[start];
  if (first === undefined || !mayOpenHeaderBlock(first.text)) return null;
  if (isPastedHeader(lines, start)) return null;
  const texts: string[] = [];
  for (let index = start; index < start + 16 && lines[index]?.depth === first.depth; index += 1) {
    texts.push(lines[index]?.text ?? '');
  }
  const block = readHeaderBlock(texts);
  if (block === null) return null;
  const { name, address, dated, length } = block;
  const end = start + length;
  const bare = name === null && address === null;
  const next = nextDepth(lines, end);
  // A rule at the very end introduces nothing; one above marks stands for an attribution line.
  if (bare && next === -1) return null;
  return {
    name,
    address,
    dated,
    start,
    end,
    opens: bare && next > first.depth ? first.depth + 1 : first.depth,
    depth: first.depth,
  };
}
