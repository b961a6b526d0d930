import type { CueFamily } from './cue.ts';

export const condition: CueFamily = {
  id: 'condition',
  shows: 'names a condition',
  stance: null,
  phrases: [
    'if',
    'unless',
    'only if|when',
    'assuming',
    'provided that?',
    'given that',
    'in that|this|which case',
    'as long as',
    'would have been',
    'whether',
    'when',
    'once',
    'then',
  ],
};
