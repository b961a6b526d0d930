import type { CueFamily } from './cue.ts';

export const ease: CueFamily = {
  id: 'ease',
  shows: 'says that it is easy, small or done',
  stance: 'supports',
  phrases: [
    'simple|easy|trivial|straightforward|easily|trivially|simply|small|minimal|tiny',
    'very|really|pretty|quite|fairly|relatively|extremely easy|simple|cheap|small|fast|useful|nice|cool|good|well',
    'work|works|worked well|fine|great|nicely|perfectly|just|already|today|out',
    'already have|has|there|exists|exist|does|do|provides|supports|possible|works|support|used|supported|been|know|did',
    'is|are|be enough|sufficient|fine|ok|okay',
    'good|fast|small enough',
    'no|any|less|little|zero|minimal|low? overhead',
    'without any|the|having need|overhead|cost|to|change|changes',
    'without breaking|having|needing|changing|requiring|affecting|touching|any',
    'no need|reason|problem to|for|with',
    'not a? problem|issue|hard|difficult|needed|necessary|required|matter|big',
    'not ~ problem|issue',
    'not need|require|care|matter|have',
    'do|does not need|require|care|matter|have',
    'nothing wrong|prevents|stops|forbids|special',
  ],
};
