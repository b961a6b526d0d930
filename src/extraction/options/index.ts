import type { Sentence } from '../sentence.ts';
import { comparedIn } from './alternatives.ts';
import { numberIn } from './numbered.ts';
import { phrasesOf, phraseText, widen } from './phrases.ts';
import { onlyPoints, pointsBack } from './pointers.ts';
import { type Candidate, weightOf } from './rank.ts';
import type { OptionRegistry } from './registry.ts';
import { findTerms } from './vocabulary.ts';

export { type OptionRegistry, registerOptions } from './registry.ts';

/** What a position is about: a term of the vocabulary, words of the text, or neither. */
export interface OptionFound {
  readonly term: string | null;
  readonly option: string | null;
}

export const NO_OPTION: OptionFound = { term: null, option: null };

/**
 * Finds the option a run of sentences is about: a term of the vocabulary, options set against each other, a numbered option, the
 * name that most speaks for. Where the words only point ("this patch", "the latter"), it is the option named before them, in the
 * paragraph or in the block answered. Null where nothing is named.
 *
 * @param before What was named last before the run.
 * @param answered Stems of the words that the run answers.
 */
export function optionOf(
  sentences: readonly Sentence[],
  registry: OptionRegistry,
  before: OptionFound,
  answered: ReadonlySet<string> = NOTHING,
): OptionFound {
  const candidates = candidatesOf(sentences).map((one) => ({ ...one, weight: weightOf(one, registry, answered) }));
  const term = bestTerm(sentences, candidates, registry);
  if (term !== null && term.weight + TERM_BONUS >= (heaviest(candidates)?.weight ?? Number.NEGATIVE_INFINITY))
    return term.found;
  for (const sentence of sentences) {
    const compared = comparedIn(sentence) ?? registry.numbered.get(numberIn(sentence.text) ?? '');
    if (compared !== undefined) return { term: null, option: compared };
  }
  const pointing = before.option !== null && pointsBack(sentences);
  const best = heaviest(
    pointing ? candidates.filter(({ sentence, phrase: { from, to } }) => !onlyPoints(sentence, from, to)) : candidates,
  );
  if (best === null) return pointing ? before : NO_OPTION;
  return { term: null, option: phraseText(best.sentence, widen(best.sentence, best.phrase, best.phrases)) };
}

/** What it weighs that somebody has given a thing a name of record. */
const TERM_BONUS = 0.5;

const NOTHING: ReadonlySet<string> = new Set();

type Weighed = Candidate & { readonly weight: number };

function candidatesOf(sentences: readonly Sentence[]): Candidate[] {
  const found: Candidate[] = [];
  for (const sentence of sentences) {
    const phrases = phrasesOf(sentence);
    const opening = sentence === sentences[0];
    for (const phrase of phrases) found.push({ sentence, phrase, phrases, place: found.length, opening });
  }
  return found;
}

function heaviest(candidates: readonly Weighed[]): Weighed | null {
  let best: Weighed | null = null;
  for (const one of candidates) if (best === null || one.weight > best.weight) best = one;
  return best;
}

/** The term of the vocabulary that the heaviest name holds, and what that name weighs. */
function bestTerm(
  sentences: readonly Sentence[],
  candidates: readonly Weighed[],
  registry: OptionRegistry,
): { readonly found: OptionFound; readonly weight: number } | null {
  let best: { readonly found: OptionFound; readonly weight: number } | null = null;
  for (const sentence of sentences) {
    for (const { term, from, to } of findTerms(sentence.tokens, registry.terms)) {
      const holding = candidates.filter(
        (one) => one.sentence === sentence && one.phrase.from < to && one.phrase.to > from,
      );
      const weight = heaviest(holding)?.weight ?? Number.NEGATIVE_INFINITY;
      if (best === null || weight > best.weight) best = { found: { term: term.id, option: term.prefLabel }, weight };
    }
  }
  return best;
}
