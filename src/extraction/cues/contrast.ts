import type { CueFamily } from './cue.ts';

export const contrast: CueFamily = {
  id: 'contrast',
  shows: 'turns against what went before',
  stance: null,
  phrases: [
    'but',
    'however',
    'yet',
    'still',
    'nevertheless',
    'nonetheless',
    'on the other hand',
    'in contrast',
    'whereas',
    'instead',
    'actually',
    'in fact',
    'otherwise',
    'except',
    'rather',
    'anyway',
  ],
};
