import type { CueFamily } from './cue.ts';

export const rhetorical: CueFamily = {
  id: 'rhetorical',
  shows: 'asks what needs no answer',
  stance: 'opposes',
  phrases: [
    '^why would|should|not|do|bother|on|is',
    'what is wrong|lacking|missing|stopping|the',
    'what else',
    'how much|many more',
    'how is|does|would|can ~ better|different|any|help|work',
    'is not that|this|it|there|the|what',
    'does not that|this|it',
    'are not you|we|they|those',
    'do not we|you|they',
    'right ?',
    'no ?',
    'is it really|worth',
    'do we|you|i|they really|want|need',
    'really ?',
    'you|that|it mean',
  ],
};
