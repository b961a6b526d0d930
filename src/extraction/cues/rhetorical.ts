import type { CueFamily } from './cue.ts';

export const rhetorical: CueFamily = {
  id: 'rhetorical',
  shows: 'asks what needs no answer',
  stance: 'opposes',
  phrases: [
    'why would|should|not|do|bother|on',
    'what is wrong|lacking|missing|stopping|the',
    'what else',
    'how much|many more',
    'who cares',
    'so what',
    'really ?',
    'how is|does|would|can ~ better|different|any|help|work',
    'is not that|this|it|there|the',
    'does not that|this|it',
    'right ?',
    'no ?',
    'is it really|worth',
    'do we|you really|want',
  ],
};
