import type { Sentence } from '../sentence.ts';
import { isProper } from '../tokens.ts';
import type { Phrase } from './phrases.ts';
import type { OptionRegistry } from './registry.ts';

/** A name in a run of sentences that make one point, and what surrounds it. */
export interface Candidate {
  readonly sentence: Sentence;
  readonly phrase: Phrase;
  /** All names of its sentence. */
  readonly phrases: readonly Phrase[];
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
  const { from, to, words } = phrase;
  const textAt = (at: number): string => sentence.tokens[at]?.text ?? '';
  const before = textAt(from - 1);
  const governor = DETERMINERS.has(before) ? textAt(from - 2) : before;
  const quoted = before === '"' && textAt(to) === '"';
  // What a discussion keeps coming back to is what it is about.
  return (
    0.6 * Math.log2(1 + mostMentions(words, registry)) +
    1.0 * Math.min(namesIn(phrase, sentence), 2) +
    0.4 * Math.min(words.length, 3) +
    (quoted ? 1.4 : 0) +
    (words.some((word) => answered.has(word)) ? 0.6 : 0) +
    (TAKING.has(governor) ? 0.7 : 0) +
    (governor === 'of' ? 0.5 : 0) +
    (before === 'a' || before === 'an' ? 0.4 : 0) +
    (hasCapital(phrase, sentence) ? 0.4 : 0) +
    (opening ? 0.4 : 0) -
    (isJudged(phrase, sentence) ? 0.8 : 0) -
    (isDoing(textAt(from)) ? 0.6 : 0) -
    (isDoing(textAt(to - 1)) ? 0.6 : 0) -
    (inReason(candidate) ? 0.4 : 0) -
    0.25 * Math.min(place, 6)
  );
}

function mostMentions(words: readonly string[], { mentions }: OptionRegistry): number {
  let most = 0;
  for (const word of words) most = Math.max(most, mentions.get(word)?.count ?? 0);
  return most;
}

function namesIn({ from, to }: Phrase, { tokens }: Sentence): number {
  let count = 0;
  for (let at = from; at < to; at++) if (tokens[at]?.kind === 'identifier') count++;
  return count;
}

function hasCapital({ from, to }: Phrase, sentence: Sentence): boolean {
  for (let at = from; at < to; at++)
    if (isProper(sentence, at) || /^[A-Z]{2}/.test(sentence.tokens[at]?.raw ?? '')) return true;
  return false;
}

function isJudged({ from, to }: Phrase, { cues }: Sentence): boolean {
  return cues.some((cue) => cue.from < to && cue.to > from && JUDGING.has(cue.family));
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
