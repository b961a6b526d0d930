import type { Stance } from '../../model/position.ts';
import { negated } from '../negation.ts';
import type { Sentence } from '../sentence.ts';
import type { Token } from '../words.ts';
import { type Clause, type Joint, wordsIn } from './clauses.ts';

/** A clause and where it stands in its run. */
export interface Placed {
  readonly sentence: Sentence;
  readonly clause: Clause;
  /** True in the first sentence of the run. */
  readonly opening: boolean;
  /** True for the last clause of its sentence, and where it is the only one. */
  readonly last: boolean;
  readonly only: boolean;
}

/**
 * What speaks for a clause being a reason that the speaker gives, in logits. Learnt by logistic regression on the clauses of the
 * annotated threads that `weights.json` names, leaving out a thread at a time to choose among features, and rounded.
 */
const BASE = -1.27;
const SHORT = -1.1;
const OPINION = -0.73;
const LAST = 0.68;
const ONLY = -0.34;
const OPENING = -0.34;
const FAMILIES: Readonly<Record<string, number>> = {
  ...{ defect: 0.88, problem: 0.55, measurement: 0.53, effect: 0.44, merit: 0.42, negation: 0.36, reason: 0.34 },
  ...{ preference: 0.31, failure: 0.25, ease: 0.16, suggestion: -0.47, questionMark: -0.42 },
};
const JOINTS: Partial<Record<Joint, number>> = { and: 0.41, which: -0.32, purpose: 0.26, start: -0.24, reason: 0.23 };
const STANCES: Partial<Record<Stance, number>> = { concedes: 0.49, asks: -0.45, proposes: -0.26 };

/** From how many logits on a clause is taken for a reason: where clauses matched best on threads left out. */
export const REASON_FROM = -1;

/** Fewest words of a clause that says much. */
const MUCH = 6;

/** How much speaks for a clause being a reason. */
export function weighReason({ sentence, clause, opening, last, only }: Placed, stance: Stance): number {
  let sum = BASE + (JOINTS[clause.joint] ?? 0) + (STANCES[stance] ?? 0);
  if (wordsIn(sentence.tokens, clause.from, clause.to) < MUCH) sum += SHORT;
  if (namesSelf(sentence.tokens, clause.from, Math.min(clause.to, clause.from + 5))) sum += OPINION;
  if (last) sum += LAST;
  if (only) sum += ONLY;
  if (opening) sum += OPENING;
  for (const family of familiesIn(sentence, clause)) sum += FAMILIES[family] ?? 0;
  return sum;
}

function namesSelf(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.text === 'i') return true;
  return false;
}

/** The families of the cues in a clause, each once. */
function familiesIn({ cues }: Sentence, { from, to }: Clause): string[] {
  const families: string[] = [];
  for (const cue of cues)
    if (cue.from >= from && cue.to <= to && !families.includes(cue.family)) families.push(cue.family);
  return families;
}

/** What speaks for a reason being one against the option, learnt likewise. A praise that is denied speaks against it as well. */
const AGAINST: Readonly<Record<string, number>> = {
  ...{
    negation: 0.41,
    defect: 0.37,
    problem: 0.28,
    merit: -0.45,
    reason: -0.39,
    preference: -0.23,
    ease: -0.2,
    effect: -0.17,
  },
};
const PRAISES = new Set(['merit', 'ease', 'effect', 'preference']);

/** How much speaks for a reason being con, in logits; below 0 it is pro. */
export function weighAgainst({ sentence, clause }: Placed, stance: Stance): number {
  const own = stance === 'opposes' || stance === 'concedes' ? 0.5 : -0.5;
  // Behind `but` the stance says nothing of the clause: it may be the point or what is granted.
  let sum = clause.joint === 'contrast' ? 0 : own;
  if (clause.joint === 'purpose') sum -= 0.5;
  if (clause.joint === 'reason') sum += 0.25;
  for (const family of familiesIn(sentence, clause)) sum += AGAINST[family] ?? 0;
  const denied = sentence.cues.some(
    (cue) =>
      PRAISES.has(cue.family) && cue.from >= clause.from && cue.to <= clause.to && negated(sentence.tokens, cue.from),
  );
  return sum + (denied ? 0.4 : 0);
}
