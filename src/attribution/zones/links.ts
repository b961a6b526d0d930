import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';

/** The address of a page, with or without brackets, a footnote's number or a word such as `Link:` before it. */
const ADDRESS =
  /^\s*(?:(?:\[\d{1,3}\]|\(\d{1,3}\)|\*|-|[A-Z][a-z]{2,12})[:.]?\s+)?<?(?:https?|ftp|git):\/\/\S+>?[.,;]?\s*$/;
/** Where a patch begins or a mail is to be cut (git-mailinfo, `--scissors`): dashes with scissors among them. */
const SCISSORS = /^\s*(?=.*(?:>8|8<|>%|%<|✂))(?:-|\s|>8|8<|>%|%<|✂|cut here|snip){6,}\s*$/i;
/** Longer lines are none of these. */
const LONGEST = 300;
/** A rule across the page. */
const RULE = /^\s*(?:[-=_*~#.]\s?){8,}\s*$/;

/**
 * Zones lines that are no sentence and hold no words of anybody as `code`: addresses of pages in paragraphs of their own,
 * scissors, rules. An address in the midst of a paragraph belongs to its sentence.
 */
export function markLinks(lines: readonly BodyLine[], zones: BodyZone[]): void {
  for (let index = 0; index < lines.length; index += 1) {
    const { text = '', depth } = lines[index] ?? {};
    if (zones[index] !== 'prose' || !mayBeNone(text)) continue;
    if (text.length > LONGEST || text.trim() === '') continue;
    if (SCISSORS.test(text) || RULE.test(text)) zones[index] = 'code';
    if (!ADDRESS.test(text) || !isParagraphStart(lines, zones, index)) continue;
    let end = index + 1;
    while (end < lines.length && lines[end]?.depth === depth && ADDRESS.test(lines[end]?.text ?? '')) end += 1;
    const ends = lines[end] === undefined || lines[end]?.depth !== depth || lines[end]?.text.trim() === '';
    if (ends) zones.fill('code', index, end);
    index = end - 1;
  }
}

/** Most lines are ruled out by their first sign, or by having no address in them. */
function mayBeNone(text: string): boolean {
  let first = 0;
  while (text[first] === ' ' || text[first] === '\t') first += 1;
  const sign = text[first];
  return (sign !== undefined && '-=_*~#.>8%✂'.includes(sign)) || text.includes('://');
}

function isParagraphStart(lines: readonly BodyLine[], zones: readonly BodyZone[], index: number): boolean {
  const above = lines[index - 1];
  return (
    above === undefined ||
    above.depth !== lines[index]?.depth ||
    above.text.trim() === '' ||
    zones[index - 1] !== 'prose'
  );
}
