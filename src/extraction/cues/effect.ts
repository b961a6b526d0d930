import type { CueFamily } from './cue.ts';

export const effect: CueFamily = {
  id: 'effect',
  shows: 'says what becomes possible or is avoided',
  stance: 'supports',
  phrases: [
    'allow|allows|allowing|allowed|enable|enables|enabling|lets|let|permits|permit',
    'avoid|avoids|avoiding|prevents|prevent|preventing',
    'so that',
    'so we|you|i|it|they|users|that|the can|could|do|does|would|will|is|only',
    'which allows|means|makes|would|lets|is|can|gives',
    'this|that|it allows|makes|gives|means|lets|avoids|helps|solves|keeps|provides|also|way',
    'this|that|it would|will|should|also allow|make|give|mean|let|avoid|help|solve|keep|provide|allows|makes',
    'that way',
    'this way',
    'because',
    'since',
    'you|we|they get|gain|save',
    'use-case|use-cases|usecase|usecases',
    'use case|cases',
    'useful for|to|in',
    'important',
    'value in',
    'worth it|the',
  ],
};
