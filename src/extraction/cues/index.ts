import { agreement } from './agreement.ts';
import { comparison } from './comparison.ts';
import { concession } from './concession.ts';
import { condition } from './condition.ts';
import { contrast } from './contrast.ts';
import type { CueFamily } from './cue.ts';
import { decision } from './decision.ts';
import { defect } from './defect.ts';
import { deixis } from './deixis.ts';
import { design } from './design.ts';
import { disagreement } from './disagreement.ts';
import { dislike } from './dislike.ts';
import { ease } from './ease.ts';
import { effect } from './effect.ts';
import { emphasis } from './emphasis.ts';
import { experience } from './experience.ts';
import { failure } from './failure.ts';
import { hedge } from './hedge.ts';
import { imperative } from './imperative.ts';
import { intention } from './intention.ts';
import { indexCues } from './match.ts';
import { matter } from './matter.ts';
import { measurement } from './measurement.ts';
import { merit } from './merit.ts';
import { negation } from './negation.ts';
import { obligation } from './obligation.ts';
import { openQuestion } from './open-question.ts';
import { possibility } from './possibility.ts';
import { preference } from './preference.ts';
import { problem } from './problem.ts';
import { questionMark } from './question-mark.ts';
import { reason } from './reason.ts';
import { reservation } from './reservation.ts';
import { rhetorical } from './rhetorical.ts';
import { social } from './social.ts';
import { state } from './state.ts';
import { suggestion } from './suggestion.ts';

/** Every cue family, by the stance it speaks for. */
export const CUE_FAMILIES: readonly CueFamily[] = [
  suggestion,
  obligation,
  possibility,
  intention,
  imperative,
  design,
  agreement,
  preference,
  merit,
  ease,
  effect,
  disagreement,
  dislike,
  problem,
  defect,
  failure,
  concession,
  reservation,
  experience,
  state,
  measurement,
  openQuestion,
  questionMark,
  rhetorical,
  contrast,
  condition,
  negation,
  hedge,
  emphasis,
  reason,
  comparison,
  matter,
  decision,
  social,
  deixis,
];

export const CUES = indexCues(CUE_FAMILIES);
