import type { CueFamily } from './cue.ts';

export const experience: CueFamily = {
  id: 'experience',
  shows: 'tells what the speaker did or saw',
  stance: 'reports',
  phrases: [
    'i|we have|had been|seen|used|tried|worked|looked|implemented|written|done|tested|measured|run|found|noticed|discussed|heard|got|had|a',
    'i|we tried|looked|tested|measured|used|implemented|wrote|worked|found|noticed|discussed|saw|ran|submitted|posted|remember|did|started|was|were|went|made|got|took|sent|asked|created|experimented|talked|began|came|realized|thought',
    'i|we recently|just|also|once|already',
    'my|our experience|work|tests|testing|code|patch|prototype|implementation|system|company|project',
    'in|from my|our experience',
    'when i|we',
    'at work|google|facebook|red|my',
  ],
};
