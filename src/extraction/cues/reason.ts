import type { CueFamily } from './cue.ts';

export const reason: CueFamily = {
  id: 'reason',
  shows: 'gives a reason',
  stance: null,
  phrases: [
    'because',
    'since',
    'so that',
    'due to',
    'therefore',
    'thus',
    'hence',
    'in order to',
    'the reason',
    'this|that|which|it means|allows|makes|requires|would|avoids|causes|leads',
    'otherwise',
    'as it|this|that|they|we',
    'given that',
    'because of',
    'as a result',
    'leads|lead to',
    'results|result in',
    'that is why',
    'so',
    'such that',
  ],
};
