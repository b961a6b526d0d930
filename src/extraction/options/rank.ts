import type { Sentence } from '../sentence.ts';
import { isProper } from '../tokens.ts';
import type { Phrase } from './phrases.ts';
import type { OptionRegistry } from './registry.ts';

/** A name in a run of sentences that make one point, and what surrounds it. */
export interface Candidate {
  readonly sentence: Sentence;
  readonly phrase: Phrase;
  /** Place among the names of the run. */
  readonly place: number;
  /** True in the first sentence of the run. */
  readonly opening: boolean;
}

/** Words that take what is proposed or judged as their object. */
const TAKING = new Set(
  `use using used add adding make making have having want need prefer like propose suggest at about with via through consider allow
  provide support implement create call calling replace replacing extend merge against for`.split(/\s+/),
);
const DETERMINERS = new Set('the a an this that these those your his its their our my any some such'.split(' '));
/** Words behind which a clause gives a reason, and marks and words that end it. */
const REASONS = new Set(['because', 'since', 'so', 'as']);
const CLAUSE_ENDS = new Set([',', ';', ':', 'but', 'and']);
/** Cues that judge: a name in which one lies is more likely the verdict than the thing. */
const JUDGING = new Set(['merit', 'defect', 'ease', 'preference', 'dislike', 'agreement']);

/**
 * How much speaks for a name being the option that a position is about. The weights are those of a conditional logit (McFadden
 * 1974) over the names of each position, fitted on the annotated threads that `weights.json` names and rounded; leaving out one
 * thread at a time, it names a head term of the marked option in 72 of 100 positions.
 */
export function weightOf(candidate: Candidate, registry: OptionRegistry, answered: ReadonlySet<string>): number {
  const { sentence, phrase, place, opening } = candidate;
  const tokens = sentence.tokens.slice(phrase.from, phrase.to);
  const [first, last] = [tokens[0]?.text ?? '', tokens.at(-1)?.text ?? ''];
  const before = sentence.tokens[phrase.from - 1]?.text ?? '';
  const governor = DETERMINERS.has(before) ? (sentence.tokens[phrase.from - 2]?.text ?? '') : before;
  const mentions = Math.max(...phrase.words.map((word) => registry.mentions.get(word)?.count ?? 0));
  const names = tokens.filter((token) => token.kind === 'identifier').length;
  const quoted = before === '"' && sentence.tokens[phrase.to]?.text === '"';
  const capital = tokens.some(({ raw }, at) => isProper(sentence, phrase.from + at) || /^[A-Z]{2,}/.test(raw));
  const judged = sentence.cues.some((cue) => JUDGING.has(cue.family) && cue.from < phrase.to && cue.to > phrase.from);
  // What a discussion keeps coming back to is what it is about.
  return (
    0.6 * Math.log2(1 + mentions) +
    1.0 * Math.min(names, 2) +
    0.4 * Math.min(phrase.words.length, 3) +
    (quoted ? 1.4 : 0) +
    (phrase.words.some((word) => answered.has(word)) ? 0.6 : 0) +
    (TAKING.has(governor) ? 0.7 : 0) +
    (governor === 'of' ? 0.5 : 0) +
    (before === 'a' || before === 'an' ? 0.4 : 0) +
    (capital ? 0.4 : 0) +
    (opening ? 0.4 : 0) -
    (judged ? 0.8 : 0) -
    (isDoing(first) ? 0.6 : 0) -
    (isDoing(last) ? 0.6 : 0) -
    (inReason(candidate) ? 0.4 : 0) -
    0.25 * Math.min(place, 6)
  );
}

/** `mapping`, but not `ring`. */
function isDoing(word: string): boolean {
  return word.length > 5 && word.endsWith('ing');
}

function inReason({ sentence, phrase }: Candidate): boolean {
  for (let at = phrase.from - 1; at >= 0; at--) {
    const text = sentence.tokens[at]?.text ?? '';
    if (CLAUSE_ENDS.has(text)) return false;
    if (REASONS.has(text)) return true;
  }
  return false;
}
