import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';
import { isItem } from './lists.ts';

const OPENS = /^(?:diff -|Index: \S|--- \S+.*|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@)/;
/** What a line of a hunk begins with: nearly all lines of a patch do. */
const HUNK = ' +-@\\\t';
/** The other lines of a patch. */
const GOES_ON =
  /^(?:diff |index [0-9a-f]{6,}|new file mode|deleted file mode|old mode|new mode|similarity index|rename (?:from|to)|copy (?:from|to)|Binary files|Index: |={20,}$)/;
/** What `git format-patch` puts between the message and the patch. */
const STAT =
  /^ (?:\S.{0,200} \| +(?:\d+ ?[+-]*|Bin .{1,60})|\d+ files? changed(?:, \d+ (?:insertions?|deletions?)\([+-]\)){0,2}|(?:create|delete) mode \d{6} .{1,200}|rename .{1,200} \(\d+%\))$/;

/** Zones patches, quoted or not: each runs from its header or hunk to the first line that cannot be part of one. */
export function markDiffs(lines: readonly BodyLine[], zones: BodyZone[]): void {
  const open = new Set<number>();
  lines.forEach((line, index) => {
    const { depth, text } = line;
    if (!open.has(depth) && OPENS.test(text) && opensDiff(lines, index)) open.add(depth);
    if (open.has(depth) && (!goesOn(text) || text === '-- ' || (text === '' && line.prefix === 0))) {
      // A blank line of its own ends a quoted patch's excerpt but not a patch.
      if (text !== '' || !blankInsideDiff(lines, index)) open.delete(depth);
    }
    if (open.has(depth) || line.normalDiff || (text.startsWith(' ') && STAT.test(text))) zones[index] = 'diff';
  });
}

function goesOn(text: string): boolean {
  return HUNK.includes(text.charAt(0)) || GOES_ON.test(text);
}

/** `--- name` opens a patch only above `+++ name`. */
function opensDiff(lines: readonly BodyLine[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (!text.startsWith('--- ')) return true;
  const next = lines[index + 1];
  return next !== undefined && next.depth === lines[index]?.depth && next.text.startsWith('+++ ');
}

function blankInsideDiff(lines: readonly BodyLine[], index: number): boolean {
  const depth = lines[index]?.depth;
  const next = lines[index + 1];
  return (
    next !== undefined && next.depth === depth && /^(?:[ +\-@]|diff |Index: )/.test(next.text) && !isItem(next.text)
  );
}
