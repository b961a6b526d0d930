import { agreement } from './agreement.ts';
import { comparison } from './comparison.ts';
import { concession } from './concession.ts';
import { contrast } from './contrast.ts';
import { counterfactual } from './counterfactual.ts';
import type { CueFamily } from './cue.ts';
import { decision } from './decision.ts';
import { defect } from './defect.ts';
import { deixis } from './deixis.ts';
import { design } from './design.ts';
import { emphasis } from './emphasis.ts';
import { hedge } from './hedge.ts';
import { indexCues } from './match.ts';
import { measurement } from './measurement.ts';
import { negation } from './negation.ts';
import { objection } from './objection.ts';
import { obligation } from './obligation.ts';
import { praise } from './praise.ts';
import { preference } from './preference.ts';
import { proposal } from './proposal.ts';
import { question } from './question.ts';
import { reason } from './reason.ts';
import { report } from './report.ts';
import { rhetorical } from './rhetorical.ts';
import { social } from './social.ts';
import { tentative } from './tentative.ts';

/** Every cue family, in the order in which they are listed in `EVALUATION.md`. */
export const CUE_FAMILIES: readonly CueFamily[] = [
  proposal,
  obligation,
  tentative,
  preference,
  agreement,
  praise,
  objection,
  defect,
  concession,
  contrast,
  report,
  measurement,
  question,
  rhetorical,
  counterfactual,
  negation,
  hedge,
  emphasis,
  reason,
  comparison,
  design,
  decision,
  social,
  deixis,
];

export const CUES = indexCues(CUE_FAMILIES);
