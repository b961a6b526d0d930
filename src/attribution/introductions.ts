import { type Named, readAttribution } from './forms/index.ts';
import type { BodyLine } from './marks.ts';

/** An attribution line, or several that it was wrapped over, found in a body. */
export interface Introduction extends Named {
  /** Indices of its first line and of the line after its last. */
  readonly start: number;
  readonly end: number;
  /** The depth at which it stands; it names the writer one deeper. */
  readonly depth: number;
}

/** Mailers wrap an attribution over no more lines than this. */
const WINDOW = 3;

/** Finds the attribution lines of a body; `skip` tells lines that something else has claimed, such as a diff. */
export function findIntroductions(lines: readonly BodyLine[], skip: (index: number) => boolean): Introduction[] {
  const found: Introduction[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const introduction = skip(index) ? null : introductionAt(lines, index);
    if (introduction === null) continue;
    found.push(introduction);
    index = introduction.end - 1;
  }
  return found;
}

function introductionAt(lines: readonly BodyLine[], start: number): Introduction | null {
  const depth = lines[start]?.depth ?? 0;
  let joined = '';
  for (let end = start; end < Math.min(start + WINDOW, lines.length); end += 1) {
    const line = lines[end];
    if (line === undefined || line.depth !== depth || line.text.trim() === '') return null;
    joined = joined === '' ? line.text.trim() : `${joined} ${line.text.trim()}`;
    const named = readAttribution(joined);
    if (named === null) continue;
    const wrapped = end > start;
    // Without date or address, lines above a name belong to the sentence before it.
    const sure = !wrapped || named.dated || named.address !== null;
    const quoteFollows = nextDepth(lines, end + 1) > depth;
    if (sure && (quoteFollows || (named.dated && endsInVerb(joined)))) {
      return { ...named, start, end: end + 1, depth };
    }
  }
  return null;
}

function endsInVerb(text: string): boolean {
  return /\p{L}{2,}\s?[:：]$/u.test(text);
}

/** The depth of the next line with text, or -1 at the end. */
function nextDepth(lines: readonly BodyLine[], from: number): number {
  for (let index = from; index < lines.length && index < from + 6; index += 1) {
    const line = lines[index];
    if (line !== undefined && line.text.trim() !== '') return line.depth;
  }
  return -1;
}
