import { readHeaderBlock } from './forms/header-block.ts';
import { type Named, readAttribution } from './forms/index.ts';
import type { BodyLine } from './marks.ts';

/** An attribution line, or several that it was wrapped over, found in a body. */
export interface Introduction extends Named {
  /** Indices of its first line and of the line after its last. */
  readonly start: number;
  readonly end: number;
  /** The depth whose writer it names: one deeper than where it stands, or the same where a whole header is quoted. */
  readonly opens: number;
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
  // Most lines are ruled out by the sign that must end an attribution, here or one or two lines further down.
  const closes = lines.map(({ text }) => mayClose(text));
  for (let index = 0; index < lines.length; index += 1) {
    if (skip(index)) continue;
    const near = closes[index] || closes[index + 1] || closes[index + 2];
    const line = near ? (lineAt(lines, index) ?? nameAt(lines, index, knows)) : null;
    const introduction = line ?? blockAt(lines, index);
    if (introduction === null) continue;
    found.push(introduction);
    index = introduction.end - 1;
  }
  return found;
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
    const quoteFollows = nextDepth(lines, end + 1) > depth;
    if (sure && (quoteFollows || isSurelyDated(joined, named)))
      return { ...named, start, end: end + 1, opens: depth + 1 };
  }
  return null;
}

/** An attribution ends in a colon; a forum's block opens with a bracket instead. */
function mayClose(text: string): boolean {
  const last = text.trimEnd().at(-1);
  return last === ':' || last === '：' || (last === ']' && text.trimStart().startsWith('[quote='));
}

/** `Mo Example:` alone above a quotation names its writer if somebody of that name takes part. */
function nameAt(lines: readonly BodyLine[], start: number, knows: (name: string) => boolean): Introduction | null {
  const { text = '', depth = 0 } = lines[start] ?? {};
  const name = /^\s*@?(\p{L}[^:]{1,60}):\s*$/u.exec(text)?.[1]?.trim();
  if (name === undefined || !knows(name) || nextDepth(lines, start + 1) <= depth) return null;
  return { name, address: null, dated: false, start, end: start + 1, opens: depth + 1 };
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

function blockAt(lines: readonly BodyLine[], start: number): Introduction | null {
  const first = lines[start];
  if (first === undefined || !/^\s*[-_]{2}|[:：]/u.test(first.text)) return null;
  const texts: string[] = [];
  for (let index = start; index < start + 16 && lines[index]?.depth === first.depth; index += 1) {
    texts.push(lines[index]?.text ?? '');
  }
  const block = readHeaderBlock(texts);
  if (block === null) return null;
  const { name, address, dated, length } = block;
  return { name, address, dated, start, end: start + length, opens: first.depth };
}
