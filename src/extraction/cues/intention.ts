import type { CueFamily } from './cue.ts';

export const intention: CueFamily = {
  id: 'intention',
  shows: 'says what the speaker wants or is going to do',
  stance: 'proposes',
  phrases: [
    'i|we would like|love to|a|an|it|if|this',
    'i|we want|wish|plan|intend|aim|hope to|a|an|the',
    'i|we am|are planning|going|trying|working|thinking|about to|on|of|about',
    'i|we will|shall',
    'i will',
    'i|we had|have in mind',
    'i would do|use|make|add|go|just|keep|put|say|call|try|start|expect|have|go',
    'i think we should|could|need|can|might|must|ought|want|will|have',
    'i think it|this|that should|could|needs|must|would',
    'i think a|an|the|there should|could',
    'need|needs a|an|some|something|more',
    'i want',
    'what i|we want|need|would|have|propose|am',
    'i need',
    'i have in|an|a idea|proposal|patch|prototype|plan|suggestion|mind',
  ],
};
