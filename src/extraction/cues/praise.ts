import type { CueFamily } from './cue.ts';

export const praise: CueFamily = {
  id: 'praise',
  shows: 'names a merit',
  stance: 'supports',
  phrases: [
    'good|great|nice|useful|fine|excellent|elegant|clean|simple|easy|fast|cheap|efficient|lean|robust|reliable|safe|secure|flexible|powerful|trivial|straightforward|lightweight|scalable|helpful|convenient|handy|wonderful|beautiful|sane|sensible|reasonable|perfect|perfectly|neat|valuable|attractive|solid|generic|portable|consistent',
    'advantage|advantages|benefit|benefits|merit|upside|improvement|improvements|win|gain|value',
    'improve|improves|simplify|simplifies|avoid|avoids|avoiding|reduce|reduces|allow|allows|allowing|enable|enables|solve|solves|save|saves|help|helps|ensure|ensures|guarantee|guarantees|eliminate|eliminates',
    'works|work well|fine|great|nicely|already|perfectly',
    'very|really|pretty|quite well|good|nice|useful|easy|simple|fast|cheap',
    'is|are enough|sufficient',
    'no|any? overhead',
    'without any|the|having need|overhead|cost|to|change|changes',
    'already have|has|there|exists|exist|does|provides|supports|possible|works',
  ],
};
