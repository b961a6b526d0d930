import type { BodyZone } from './body-zone.ts';
import { markEnclosures } from './enclosures.ts';
import type { BodyLine } from './marks.ts';

const DIFF_OPENS = /^(?:diff -|Index: \S|--- \S+.*|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@)/;
const DIFF_GOES_ON =
  /^(?:[ +\-@\\\t]|$|diff |index [0-9a-f]{6,}|new file mode|deleted file mode|old mode|new mode|similarity index|rename (?:from|to)|copy (?:from|to)|Binary files|Index: |={20,}$)/;
const ITEM = /^\s{0,12}(?:\(?(?:\d{1,2}|[A-Za-z])[.)/]|[-*•+])\s+\S/;
const FOOTER =
  /^(?:_{30,}|To unsubscribe from this list:? |To unsubscribe, e-?mail:|More information about the .{0,60}list$|Sent from my \S|Get Outlook for )/;
const CODE =
  /^(?:#(?:include|define|if|ifdef|ifndef|endif|else)\b|[$#%] \S|(?:static|struct|int|void|const|return|if|for|while|def|class|import|from|public|private|fn|let|var|char|unsigned|enum|union|typedef|else)\b.*[;{(:,)\\]$|[}\])]+[;,)]*$|.*[;{}]$|.*;\s*(?:\/\/|\/\*)|\/[*/]|\*\/)/;
/** A signature is short; longer text after `-- ` is something else that was cut off by dashes. */
const SIGNATURE_LINES = 25;
/** Without the blank that the delimiter should have, less is believed. */
const SHORT_SIGNATURE_LINES = 8;
const LONGEST_SIGNATURE = 100;

/** Tells the zone of every body line. `author` is the sender's name, by which a signature without a delimiter is known. */
export function zonesOf(lines: readonly BodyLine[], author: string | null): BodyZone[] {
  const zones: BodyZone[] = lines.map(() => 'prose');
  markDiffs(lines, zones);
  markCode(lines, zones);
  markLists(lines, zones);
  markSignatures(lines, zones);
  markBareSignature(lines, zones, author);
  markFooters(lines, zones);
  markEnclosures(lines, zones);
  return zones;
}

/** A patch, quoted or not, runs from its header or hunk to the first line that cannot be part of one. */
function markDiffs(lines: readonly BodyLine[], zones: BodyZone[]): void {
  const open = new Set<number>();
  lines.forEach((line, index) => {
    const { depth, text } = line;
    if (!open.has(depth) && DIFF_OPENS.test(text) && opensDiff(lines, index)) open.add(depth);
    if (open.has(depth) && (!DIFF_GOES_ON.test(text) || text === '-- ' || (text === '' && line.prefix === 0))) {
      // A blank line of its own ends a quoted patch's excerpt but not a patch.
      if (text !== '' || !blankInsideDiff(lines, index)) open.delete(depth);
    }
    if (open.has(depth)) zones[index] = 'diff';
  });
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
    next !== undefined && next.depth === depth && /^(?:[ +\-@]|diff |Index: )/.test(next.text) && !ITEM.test(next.text)
  );
}

/** Blocks of lines that look like code, or are drawn rather than written, in most of their lines. */
function markCode(lines: readonly BodyLine[], zones: BodyZone[]): void {
  for (let start = 0; start < lines.length; start += 1) {
    const end = blockEnd(lines, start);
    if (end === start) continue;
    const block = lines.slice(start, end).map(({ text }) => text);
    if (zones[start] === 'prose' && (isCode(block) || isDrawn(block))) zones.fill('code', start, end);
    start = end - 1;
  }
}

/** Two lines in three look like code and half are indented, or nearly all look like code. */
function isCode(block: readonly string[]): boolean {
  const coded = block.filter(looksCoded).length;
  if (coded * 3 < block.length * 2) return false;
  const indented = block.filter((text) => /^(?: {3,}|\t)/.test(text)).length;
  return indented * 2 >= block.length || (coded > 2 && coded * 5 >= block.length * 4);
}

/** Tables of figures and drawings of characters hold few letters; a line or two may, too. */
function isDrawn(block: readonly string[]): boolean {
  if (block.length < 3) return false;
  let letters = 0;
  let others = 0;
  for (const text of block) {
    for (let at = 0; at < text.length && at < 200; at += 1) {
      const code = text.charCodeAt(at);
      // Beyond ASCII nearly all is letters; blanks count for neither.
      if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) letters += 1;
      else if (code > 0x7f) letters += 1;
      else if (code !== 0x20 && code !== 0x09) others += 1;
    }
    // Prose that is clearly prose is not looked at to its end.
    if (letters > 100 && letters > 2 * others) return false;
  }
  return letters * 3 < letters + others;
}

/** Code has signs in it that prose hardly has; most lines are ruled out by that. */
function looksCoded(text: string): boolean {
  return /[;{}()#$%/\\,=]/.test(text) && CODE.test(text.trim());
}

/** The end of the run of lines with text at one depth that begins here. */
function blockEnd(lines: readonly BodyLine[], start: number): number {
  const depth = lines[start]?.depth;
  let end = start;
  while (end < lines.length && lines[end]?.depth === depth && lines[end]?.text.trim() !== '') end += 1;
  return end;
}

/** An item runs from its marker to a blank line or another depth. */
function markLists(lines: readonly BodyLine[], zones: BodyZone[]): void {
  let item: number | null = null;
  lines.forEach(({ depth, text }, index) => {
    if (text.trim() === '' || depth !== item) item = null;
    if (zones[index] !== 'prose') item = null;
    else if (ITEM.test(text) && !/^\s*[A-Za-z]\. [a-z]/.test(text)) item = depth;
    if (item !== null) zones[index] = 'list';
  });
}

/** What follows `-- ` (RFC 3676 §4.3) at the same depth is a signature, unless the text goes on for long or quotes again. */
function markSignatures(lines: readonly BodyLine[], zones: BodyZone[]): void {
  const text = lines.findLastIndex((line) => line.text.trim() !== '') + 1;
  for (let index = 0; index < lines.length; index += 1) {
    const delimiter = lines[index];
    // Inline PGP escapes a dash at the start of a line by another (RFC 4880 §7.1).
    if (delimiter === undefined || !/^(?:- )?--\s?$/.test(delimiter.text)) continue;
    const end = signatureEnd(
      lines,
      index,
      text,
      delimiter.text.endsWith('-- ') ? SIGNATURE_LINES : SHORT_SIGNATURE_LINES,
    );
    if (end === null || (end < lines.length && delimiter.depth === 0)) continue;
    zones.fill('signature', index, end);
    index = end - 1;
  }
}

/** Where the text behind a delimiter ends, or null where it is too long for a signature; `text` is the end of all text. */
function signatureEnd(lines: readonly BodyLine[], delimiter: number, text: number, most: number): number | null {
  const depth = lines[delimiter]?.depth;
  let filled = 0;
  for (let end = delimiter + 1; end < delimiter + LONGEST_SIGNATURE; end += 1) {
    if (end >= text) return lines.length;
    const line = lines[end];
    if (line?.depth !== depth) return end;
    if (line?.text.trim() !== '') filled += 1;
    if (filled > most) return null;
  }
  return null;
}

/** A signature without a delimiter: at the very end, the author's name, a dash and a first name, a masked address. */
function markBareSignature(lines: readonly BodyLine[], zones: BodyZone[], author: string | null): void {
  let index = lines.length - 1;
  while (index >= 0 && (lines[index]?.text.trim() === '' || zones[index] === 'signature')) index -= 1;
  for (let count = 0; count < 5 && index >= 0; count += 1, index -= 1) {
    const line = lines[index];
    if (line === undefined || line.depth > 0 || !isSignatureLine(line.text.trim(), author)) return;
    zones[index] = 'signature';
  }
}

function isSignatureLine(text: string, author: string | null): boolean {
  const first = author?.split(' ', 1)[0];
  const dashed = /^[-–—~]{1,2}\s?(\p{L}{1,20})\.?$/u.exec(text)?.[1];
  if (dashed !== undefined) return true;
  if (author !== null && (text === author || text === first)) return true;
  return /^<?[\w.+-]{1,60}(?:@| at )[\w.-]{1,80}>?$/.test(text);
}

/** The list's own lines at the end of a mail, from their first line to the end. */
function markFooters(lines: readonly BodyLine[], zones: BodyZone[]): void {
  for (let index = Math.max(0, lines.length - 14); index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.depth > 0 || !FOOTER.test(line.text)) continue;
    const dashes = /^-{1,3}\s?$/.test(lines[index - 1]?.text ?? '') ? index - 1 : index;
    zones.fill('footer', dashes);
    return;
  }
}
