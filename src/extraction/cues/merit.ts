import type { CueFamily } from './cue.ts';

export const merit: CueFamily = {
  id: 'merit',
  shows: 'names a merit',
  stance: 'supports',
  phrases: [
    'good|great|nice|useful|excellent|elegant|clean|fast|cheap|efficient|lean|robust|reliable|safe|secure|flexible|powerful|lightweight|scalable|helpful|convenient|handy|wonderful|beautiful|sane|sensible|reasonable|perfect|perfectly|neat|valuable|attractive|solid|portable|consistent|stable|proven|pleasant|appealing|promising|compelling|worthwhile|mature|backwards-compatible|backward-compatible|well-defined|well-tested|self-contained',
    'advantage|advantages|benefit|benefits|merit|merits|upside|improvement|improvements|win|wins|gain|gains|strength|strengths|plus|virtue|beauty',
    'improve|improves|improved|improving|simplify|simplifies|simplifying|reduce|reduces|reducing|solve|solves|solved|solving|save|saves|saving|ensure|ensures|guarantee|guarantees|guaranteed|eliminate|eliminates|protect|protects|optimize|optimise|optimizes|speeds|speed|help|helps|helped|benefit|benefits',
  ],
};
