import type { CueFamily } from './cue.ts';

export const counterfactual: CueFamily = {
  id: 'counterfactual',
  shows: 'holds only under a condition',
  stance: 'concedes',
  phrases: [
    'if i|we|you|it|this|that|they were|was|had|could|did|would|want',
    'if and only',
    'unless',
    'only if|when',
    'assuming',
    'provided that?',
    'given that',
    'in that|this|which case',
    'as long as',
    'would have been',
    'would ~ if',
    'could ~ if',
    'depends|depending on',
  ],
};
