import { endsInQuestion, turnsAfter } from './clause.ts';
import type { Construction } from './construction.ts';

export const litotes: Construction = {
  id: 'litotes',
  shows: 'praises by denying the contrary: “not an awful solution”, “hardly unreasonable”',
  phrases: [
    'is|are|be|looks|seems|sounds|seem|look not|hardly|never entirely|really|such|so|that|all|too|half|quite|exactly? a|an|that? awful|bad|terrible|horrible|unreasonable|stupid|crazy|insane|ugly|hopeless|useless|unattractive|disagreeable|unwelcome|unsound|dreadful',
    'does|do|would|will not look|seem|sound|be too|so|that|like|all? a|an|that? awful|bad|terrible|horrible|unreasonable|stupid|crazy|insane|ugly|hopeless|useless',
    'not an? awful|bad|terrible|horrible|unreasonable idea|solution|way|approach|choice|trade-off|tradeoff|design|plan|thing|option',
  ],
  decide(sentence, { to }) {
    if (endsInQuestion(sentence)) return null;
    return turnsAfter(sentence.tokens, to) ? 'concedes' : 'supports';
  },
};
