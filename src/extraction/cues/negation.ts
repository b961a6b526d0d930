import type { CueFamily } from './cue.ts';

export const negation: CueFamily = {
  id: 'negation',
  shows: 'denies',
  stance: null,
  phrases: ['not', 'no', 'never', 'without', 'nothing', 'none', 'neither', 'nor', 'hardly', 'nobody'],
};
