import type { Stance } from '../../model/position.ts';
import { findCues, indexCues } from '../cues/match.ts';
import type { Sentence } from '../sentence.ts';
import { admission, yesBut } from './concession.ts';
import type { Construction } from './construction.ts';
import { counterfactual } from './counterfactual.ts';
import { deniedSight } from './denied-sight.ts';
import { litotes } from './litotes.ts';
import { negationRaising } from './negation-raising.ts';
import { refusal } from './refusal.ts';
import { openQuestion, request } from './request.ts';
import { negatedQuestion, nothingWrong, whyWould } from './rhetorical-question.ts';
import { suggestionQuestion } from './suggestion-question.ts';

/** Every construction; of two that a sentence holds, the one that stands first here decides. */
export const CONSTRUCTIONS: readonly Construction[] = [
  yesBut,
  admission,
  litotes,
  counterfactual,
  negationRaising,
  deniedSight,
  refusal,
  nothingWrong,
  whyWould,
  suggestionQuestion,
  negatedQuestion,
  request,
  openQuestion,
];

const BY_ID = new Map(CONSTRUCTIONS.map((construction, rank) => [construction.id, { construction, rank }]));
const INDEX = indexCues(CONSTRUCTIONS.map(({ id, shows, phrases }) => ({ id, shows, stance: null, phrases })));

/** The construction that settles the stance of a sentence, and the stance; null where none does. */
export function constructionIn(sentence: Sentence): { readonly id: string; readonly stance: Stance } | null {
  let best: { id: string; stance: Stance; rank: number } | null = null;
  for (const hit of findCues(sentence.tokens, INDEX)) {
    const known = BY_ID.get(hit.family);
    if (known === undefined || inQuotes(sentence, hit.from) || (best !== null && best.rank <= known.rank)) continue;
    const stance = known.construction.decide(sentence, hit);
    if (stance !== null) best = { id: hit.family, stance, rank: known.rank };
  }
  return best === null ? null : { id: best.id, stance: best.stance };
}

/** Whether a token stands between quotation marks: what somebody might say settles nothing. */
function inQuotes({ tokens }: Sentence, at: number): boolean {
  const marks = tokens.flatMap((token, index) => (token.text === '"' ? [index] : []));
  const before = marks.filter((mark) => mark < at).length;
  return before % 2 === 1 && before < marks.length;
}

/**
 * The stance that grammar settles for a run of sentences which make one point; null where no construction is found, or where two
 * sentences of the run disagree: then the weights decide.
 */
export function settledStance(sentences: readonly Sentence[]): Stance | null {
  let settled: Stance | null = null;
  for (const sentence of sentences) {
    const found = constructionIn(sentence);
    if (found === null) continue;
    if (settled !== null && settled !== found.stance) return null;
    settled = found.stance;
  }
  return settled;
}
