import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';

/** A signature is short; longer text after `-- ` is something else that was cut off by dashes. */
const SIGNATURE_LINES = 25;
/** Without the blank that the delimiter should have, less is believed. */
const SHORT_SIGNATURE_LINES = 8;
const LONGEST_SIGNATURE = 100;
/** Inline PGP escapes a dash at the start of a line by another (RFC 4880 §7.1). */
const DELIMITER = /^(?:- )?--\s?$/;
/** What people add below their signature: footnotes and afterthoughts, which are words again. */
const RESUMES = /^(?:\[\d{1,3}\][:.]?\s+\S|P\.?\s?P?\.?\s?S\.?[:.,)]?\s+\S|PS\b.{0,4}$)/i;

/** Zones what follows `-- ` (RFC 3676 §4.3) at the same depth, unless the text goes on for long or quotes again. */
export function markSignatures(lines: readonly BodyLine[], zones: BodyZone[]): void {
  const text = lines.findLastIndex((line) => line.text.trim() !== '') + 1;
  for (let index = 0; index < lines.length; index += 1) {
    const delimiter = lines[index];
    if (delimiter === undefined || !DELIMITER.test(delimiter.text)) continue;
    const most = delimiter.text.endsWith('-- ') ? SIGNATURE_LINES : SHORT_SIGNATURE_LINES;
    const end = signatureEnd(lines, index, text, most);
    if (end === null || (end < lines.length && delimiter.depth === 0 && !resumesAt(lines, end))) continue;
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
    if (line?.depth !== depth || resumesAt(lines, end)) return end;
    if (line?.text.trim() !== '') filled += 1;
    if (filled > most) return null;
  }
  return null;
}

/** A footnote or an afterthought below a blank line; of a link right under the name nobody knows more than that. */
function resumesAt(lines: readonly BodyLine[], index: number): boolean {
  return RESUMES.test(lines[index]?.text ?? '') && lines[index - 1]?.text.trim() === '';
}

/** Zones a signature without a delimiter: at the very end, the author's name, a dash and a first name, a masked address. */
export function markBareSignature(lines: readonly BodyLine[], zones: BodyZone[], author: string | null): void {
  let index = lines.length - 1;
  while (index >= 0 && (lines[index]?.text.trim() === '' || isAside(zones[index]))) index -= 1;
  for (let count = 0; count < 5 && index >= 0; count += 1, index -= 1) {
    const line = lines[index];
    if (line === undefined || line.depth > 0 || !isSignatureLine(line.text.trim(), author)) return;
    zones[index] = 'signature';
  }
}

function isAside(zone: BodyZone | undefined): boolean {
  return zone === 'signature' || zone === 'footer';
}

function isSignatureLine(text: string, author: string | null): boolean {
  const first = author?.split(' ', 1)[0];
  const dashed = /^[-–—~]{1,2}\s?(\p{L}{1,20})\.?$/u.exec(text)?.[1];
  if (dashed !== undefined) return true;
  if (author !== null && (text === author || text === first)) return true;
  return /^<?[\w.+-]{1,60}(?:@| at )[\w.-]{1,80}>?$/.test(text);
}
