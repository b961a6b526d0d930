import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';
import { isTable } from './tables.ts';

const CODE =
  /^(?:#(?:include|define|if|ifdef|ifndef|endif|else)\b|[$#%] \S|(?:static|struct|int|void|const|return|if|for|while|def|class|import|from|public|private|fn|let|var|char|unsigned|enum|union|typedef|else)\b.*[;{(:,)\\]$|[}\])]+(?:[;,][;,)]*)?$|.*[;{}]$|.*;\s*(?:\/\/|\/\*)|\/[*/]|\*\/)/;

/** Zones blocks of lines that are code, tables or drawings in most of their lines, and examples with a bar down their side. */
export function markCode(lines: readonly BodyLine[], zones: BodyZone[]): void {
  markBarred(lines, zones);
  for (let start = 0; start < lines.length; start += 1) {
    const end = blockEnd(lines, zones, start);
    if (end === start) continue;
    const block = lines.slice(start, end).map(({ text }) => text);
    if (isCode(block) || isDrawn(block) || isTable(block)) zones.fill('code', start, end);
    start = end - 1;
  }
}

/** So many lines behind a bar are an example set off. */
const BARRED = 3;

/** Where `|` or `:` was no quote mark (those are not in the text any more), a run of it sets an example off, as in Org mode. */
function markBarred(lines: readonly BodyLine[], zones: BodyZone[]): void {
  for (let start = 0; start < lines.length; start += 1) {
    const { depth, text = '' } = lines[start] ?? {};
    const sign = text[0];
    if ((sign !== '|' && sign !== ':') || zones[start] !== 'prose') continue;
    let end = start + 1;
    while (lines[end]?.depth === depth && /^[|:](?: |$)/.test(lines[end]?.text ?? '') && lines[end]?.text[0] === sign)
      end += 1;
    if (end - start >= BARRED && /^[|:](?: |$)/.test(text)) zones.fill('code', start, end);
    start = end - 1;
  }
}

/** The end of the run of lines with text, at one depth and not zoned yet, that begins here. */
function blockEnd(lines: readonly BodyLine[], zones: readonly BodyZone[], start: number): number {
  const depth = lines[start]?.depth;
  let end = start;
  while (end < lines.length && zones[end] === 'prose' && lines[end]?.depth === depth && lines[end]?.text.trim() !== '')
    end += 1;
  return end;
}

/** Two lines in three look like code and half are indented, or nearly all look like code. */
function isCode(block: readonly string[]): boolean {
  const coded = block.filter(looksCoded).length;
  if (coded * 3 < block.length * 2) return false;
  const indented = block.filter((text) => /^(?: {3,}|\t)/.test(text)).length;
  return indented * 2 >= block.length || (coded > 2 && coded * 5 >= block.length * 4);
}

/** Code has signs in it that prose hardly has, and begins or ends with some or holds a `;`; most lines are ruled out by that. */
function looksCoded(text: string): boolean {
  const line = text.trim();
  const [first = '', last = ''] = [line[0], line.at(-1)];
  const may = '#$%}])/*'.includes(first) || ';{}(:,)\\'.includes(last) || line.includes(';');
  return may && /[;{}()#$%/\\,=]/.test(line) && CODE.test(line);
}

/** Tables of figures and drawings of characters hold few letters; a line or two may, too. */
function isDrawn(block: readonly string[]): boolean {
  if (block.length < 3) return false;
  let letters = 0;
  let others = 0;
  for (const text of block) {
    for (let at = 0; at < text.length && at < 200; at += 1) {
      const code = text.charCodeAt(at);
      // Beyond ASCII nearly all is letters, but for the signs that boxes are drawn with; blanks count for neither.
      if (code >= 0x2500 && code <= 0x25ff) others += 1;
      else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) letters += 1;
      else if (code > 0x7f) letters += 1;
      else if (code !== 0x20 && code !== 0x09) others += 1;
    }
    // Prose that is clearly prose is not looked at to its end.
    if (letters > 100 && letters > 2 * others) return false;
  }
  return letters * 3 < letters + others;
}
