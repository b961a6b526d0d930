import { clauseEnd, turnsAfter, verdictOf } from './clause.ts';
import type { Construction } from './construction.ts';

/**
 * The negation stands at `think` and belongs to what is thought. Denied is what follows: a merit denied opposes, a fault denied
 * supports. A thought about facts ("I don't think it happened") takes no side.
 */
export const negationRaising: Construction = {
  id: 'negation raising',
  shows: 'denies in front what is said behind: “I don’t think a cache is a good idea”',
  phrases: [
    'i|we really|also|still|just|personally|honestly? do|did|would|could|can not really|quite|personally|honestly|actually? think|believe|feel|suppose|expect|imagine|find',
    '^do not really|quite|personally? think|believe|feel|suppose|expect|imagine',
    'i|we never|hardly|seriously? doubt',
  ],
  decide({ tokens, ...sentence }, { from, to }) {
    const doubts = tokens.slice(from, to).some((token) => token.text === 'doubt');
    // Behind a thought of one's own ("I think we can, I just don't think we should often") it takes back no more than a part.
    if (tokens.slice(0, Math.max(0, from - 1)).some((token) => token.text === 'i')) return null;
    const denials = tokens.slice(from, to).filter(({ text }) => ['not', 'never', 'hardly', 'doubt'].includes(text));
    if (denials.length !== 1 || (doubts && tokens[from - 1]?.text === 'no') || turnsAfter(tokens, to)) return null;
    const verdict = verdictOf({ tokens, ...sentence }, to, clauseEnd(tokens, to));
    return verdict === null ? null : verdict === 'bad' ? 'supports' : 'opposes';
  },
};
