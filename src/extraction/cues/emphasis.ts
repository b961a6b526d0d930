import type { CueFamily } from './cue.ts';

export const emphasis: CueFamily = {
  id: 'emphasis',
  shows: 'insists',
  stance: null,
  phrases: [
    'really',
    'definitely',
    'absolutely',
    'clearly',
    'obviously',
    'certainly',
    'exactly',
    'very',
    'totally',
    'completely',
    'never',
    'always',
    'must',
    'strongly',
    'simply',
    'of course',
    'by far',
    'at all',
    'period',
  ],
};
