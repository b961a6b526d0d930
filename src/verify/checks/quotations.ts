import { sha256 } from '../../model/digest.ts';
import { comparePlaces } from '../../model/primitives.ts';
import type { Finding } from '../../model/problem.ts';
import { evidenceFor, rawSlice } from '../../model/quote.ts';
import { printable } from '../../records/printable.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';
import { type Passage, passageOf, type Quotation, quotationsOf, whereOf } from '../quoted.ts';

/** Promise 1: a quotation is bytes of an archived source, at the place it names, and with its surroundings it is found exactly once. */
export const quotations: Check = {
  counts: ['quotation', 'quotations'],
  promise: 'each found exactly once',
  run(knowledge) {
    const sources = new Map(knowledge.sources.map((source) => [source.slug, source]));
    const all = quotationsOf(knowledge);
    const findings = all.flatMap((quotation): Finding[] => {
      const { evidence } = quotation;
      const source = sources.get(evidence.source);
      if (source === undefined) {
        return [finding('source-unknown', `there is no source ${evidence.source}`, whereOf(quotation, 'source'))];
      }
      const passage = passageOf(source, evidence);
      const backwards = comparePlaces(evidence.start, evidence.end) > 0;
      if (passage === null || backwards) {
        const { start, end } = evidence;
        const what = `${source.file} has no text from ${start.line}:${start.column} to ${end.line}:${end.column}`;
        return [finding('quote-place', what, whereOf(quotation, 'start'))];
      }
      return checkWords(quotation, passage);
    });
    const none =
      all.length > 0 ? [] : [finding('nothing-checked', 'no record holds a quotation', { file: 'content/decisions' })];
    return { checked: all.length, findings: [...findings, ...none] };
  },
};

function checkWords(quotation: Quotation, { lines }: Passage): Finding[] {
  const { evidence } = quotation;
  const { start, end } = evidence;
  const raw = rawSlice(lines, start, end);
  if (raw.trim() === '')
    return [finding('quote-place', 'nothing but blanks stands there', whereOf(quotation, 'start'))];
  const actual = evidenceFor(evidence.source, lines, start, end);
  if (actual.exact !== evidence.exact) {
    const what = `lines ${start.line}–${end.line} of ${evidence.source} say ${difference(actual.exact, evidence.exact)}`;
    return [finding('quote-changed', what, whereOf(quotation, 'exact'))];
  }
  if (sha256(raw) !== evidence.sha256) {
    return [finding('quote-digest', `the digest of the words is ${sha256(raw)}`, whereOf(quotation, 'sha256'))];
  }
  if (actual.prefix !== evidence.prefix || actual.suffix !== evidence.suffix) {
    const side = actual.prefix === evidence.prefix ? 'suffix' : 'prefix';
    const what = `the ${side} there is “${printable(actual[side])}”`;
    return [finding('quote-context', what, whereOf(quotation, side))];
  }
  const times = occurrences(quotation, lines);
  if (times === 1) return [];
  return [
    finding(
      'quote-ambiguous',
      `the words with their surroundings are found ${times} times`,
      whereOf(quotation, 'exact'),
    ),
  ];
}

/**
 * How often the words with their context stand in the message, at their own depth of quoting. Blanks do not count: a fold
 * may have put one, or dropped one, where context and words meet.
 */
function occurrences({ evidence }: Quotation, lines: Passage['lines']): number {
  const depth = lines.find(({ number }) => number === evidence.start.line)?.depth;
  const text = squeeze(
    lines
      .filter((line) => line.depth === depth)
      .map((line) => line.raw.slice(line.prefix))
      .join(''),
  );
  const sought = squeeze(evidence.prefix + evidence.exact + evidence.suffix);
  let count = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) count += 1;
  return count;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Shows two texts from a little before the first difference. */
function difference(there: string, recorded: string): string {
  const [one, other] = [Array.from(there), Array.from(recorded)];
  const at = one.findIndex((character, index) => character !== other[index]);
  const from = Math.max((at < 0 ? one.length : at) - 12, 0);
  const cut = (characters: readonly string[]) => `“${printable(characters.slice(from, from + 40).join(''))}”`;
  return `${cut(one)} where the record has ${cut(other)}`;
}
