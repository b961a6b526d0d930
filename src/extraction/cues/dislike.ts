import type { CueFamily } from './cue.ts';

export const dislike: CueFamily = {
  id: 'dislike',
  shows: 'shows dislike or doubt',
  stance: 'opposes',
  phrases: [
    'do|does not like|want|buy|see|understand|believe|think|trust|get|follow',
    'did not like|want|work|help|see',
    'i|we hate|dislike|fear|doubt|worry',
    'hate|dislike',
    'i am|was|have not|really|very|pretty? convinced|sure|fond|fan|happy|comfortable|keen|afraid|worried|concerned|skeptical|sceptical|suspicious|unhappy|uncomfortable|tired|nervous',
    'not convinced|sold|fond|happy|comfortable|keen|thrilled|interested',
    'skeptical|sceptical|suspicious|worried|worry|worries|worrying|afraid|concerned|concern|concerns|doubt|doubtful|dubious|fear|unhappy|annoying|annoyed|scary|scared',
    'i fail|struggle to',
    'hard to see|believe|imagine|justify|understand',
    'no idea|point|sense|use|value|benefit|advantage|reason|need|gain|justification|guarantee|way',
    'what is the point|benefit|advantage|use',
    'why would|should|on|bother',
    'who cares',
    'so what',
    'seems like|to be? overkill|wrong|odd|weird|strange|silly|unnecessary|pointless',
  ],
};
