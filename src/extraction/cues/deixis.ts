import type { CueFamily } from './cue.ts';

export const deixis: CueFamily = {
  id: 'deixis',
  shows: 'points at an option named before',
  stance: null,
  phrases: [
    'this|that patch|approach|idea|proposal|way|option|solution|series|change|feature|model|interface|design|case|kind|sort|one',
    'these|those patches|approaches|ideas|options|solutions|changes|two',
    'the former|latter|above|current|existing|proposed|new|same',
    'such a|an',
    'your proposal|idea|approach|patch|suggestion|solution|code|case|use',
  ],
};
