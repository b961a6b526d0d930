import type { Range } from './sentences.ts';

/** Longest stretch in quotation marks that is taken for speech; a mark without a partner quotes nothing. */
const LONGEST = 600;
const QUOTED = new RegExp(`"[^"]{1,${LONGEST}}"|“[^”]{1,${LONGEST}}”`, 'g');
/** Part of a sentence that must stand in quotation marks for it to be somebody else's, or nobody's, words. */
const MOSTLY = 0.8;

/** The stretches of a paragraph that stand in double quotation marks. */
export function speechIn(text: string): Range[] {
  return [...text.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/**
 * Whether a sentence is imagined or reported speech: its author holds nothing that stands in quotation marks.
 *
 * @example 'They say "Get out of my way."' holds speech, but is none; '"Get out of my way."' is.
 */
export function isSpeech(range: Range, speech: readonly Range[]): boolean {
  let inside = 0;
  for (const { start, end } of speech) inside += Math.max(0, Math.min(end, range.end) - Math.max(start, range.start));
  return inside >= MOSTLY * (range.end - range.start);
}
