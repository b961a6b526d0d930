import type { CueFamily } from './cue.ts';

export const questionMark: CueFamily = {
  id: 'questionMark',
  shows: 'ends a question',
  stance: null,
  phrases: ['?', 'or ~ ?'],
};
