import type { CueFamily } from './cue.ts';

export const design: CueFamily = {
  id: 'design',
  shows: 'describes how the thing is to work',
  stance: 'proposes',
  phrases: [
    'will be',
    'would be|then|have|need|return|allow|use|also|only|just|look|work|become|make|get|go',
    'is|are then|passed|stored|called|returned|set|used|given|allocated|executed|attached|created|registered|handled|mapped',
    'each|every|any',
    'returns|takes|gets|receives|contains|specifies|specified',
    'a|an new',
    'new flag|syscall|opcode|command|option|field|function|type|api|interface|mode|keyword|syntax|class|module|header|column|parameter|argument|ioctl|file|call',
    'has|have a|an|its|one',
    'via a|an|the',
    'if set|given|specified|present|not|the|a|an',
    'when the|a|an|it|this',
  ],
};
