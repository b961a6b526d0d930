import type { CueFamily } from './cue.ts';

export const comparison: CueFamily = {
  id: 'comparison',
  shows: 'sets options against each other',
  stance: null,
  phrases: [
    'vs',
    'versus',
    'either',
    'or',
    'than',
    'compared to|with',
    'as opposed to',
    'instead of',
    'rather than',
    'difference|differences|tradeoff|trade-off|tradeoffs|trade-offs',
    'both',
    'two|three ways|options|approaches|choices|cases|solutions|issues|alternatives',
    'first|second|third',
    'latter|former',
    'same',
    'similar',
  ],
};
