import type { CueFamily } from './cue.ts';

export const tentative: CueFamily = {
  id: 'tentative',
  shows: 'puts something forward as a possibility',
  stance: 'proposes',
  phrases: [
    'perhaps',
    'maybe',
    'possibly',
    'something like',
    'some kind|sort|form of',
    'instead',
    'rather than',
    'for example|instance',
    'e.g',
    'i wonder',
    'imagine',
    'suppose',
    '^if we|you',
    '^if you want|need|really',
    'then we|you|it can|could|would',
    'think about|of',
    'consider',
    'explore',
  ],
};
