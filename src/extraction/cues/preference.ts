import type { CueFamily } from './cue.ts';

export const preference: CueFamily = {
  id: 'preference',
  shows: 'prefers one option to another',
  stance: 'supports',
  phrases: [
    'i|we would? strongly? prefer|rather',
    'i|we still|personally|much|really prefer',
    'preferable',
    'preferred',
    'i|we like',
    'i|we would? be happy|glad|fine|ok|okay',
    'in favor|favour of',
    'better|simpler|easier|cleaner|faster|cheaper|safer|nicer|smaller|clearer|lighter than',
    'much|far|a|way lot? better|simpler|easier|cleaner|faster|cheaper|safer|nicer',
    'more efficient|flexible|robust|natural|general|generic|sensible|useful|readable|intuitive|reliable|elegant|consistent|secure',
    'simplest',
    'easiest',
    'cleanest',
    'best way|option|choice|approach|solution|thing',
    'right way|thing|approach|solution|place|answer',
    'way to go',
  ],
};
