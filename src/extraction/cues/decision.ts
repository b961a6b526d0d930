import type { CueFamily } from './cue.ts';

export const decision: CueFamily = {
  id: 'decision',
  shows: 'states a decision',
  stance: 'proposes',
  phrases: [
    'i|we will|shall add|change|fix|remove|update|include|keep|use|submit|merge|adopt|drop|send|post|do|go|try|make|need|have',
    'i|we have added|changed|fixed|removed|updated|merged|adopted|decided|dropped|applied',
    'decided',
    'applied|merged|queued',
    'consensus',
    'conclusion',
    'verdict',
    'agreed to|on|that',
  ],
};
