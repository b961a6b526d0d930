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
    'always',
    'must',
    'strongly',
    'by far',
    'at all',
    'period',
    'whole',
    'entire',
    'fundamentally',
  ],
};
