import type { Construction } from './construction.ts';

/** Speech acts that a speaker keeps from, which refuse no option. */
const ACTS = new Set('speak sound say go get repeat argue start imply suggest offend be seem'.split(' '));

/** Words in front that make something else of it: `not that I don't like it`, `the thing I don't want is that it fails`. */
const NOT_HERE = new Set(['not', 'thing', 'what', 'if']);

export const refusal: Construction = {
  id: 'refusal',
  shows: 'will not have it: “I really don’t want another daemon”',
  phrases: [
    'i|we really|just|certainly|definitely|also? do|would|did not really? want|like|buy|trust',
    'i|we really? would|will not ever? merge|accept|take|ack|support|recommend|advise',
    'i|we disagree|object|nak|nack',
  ],
  decide({ tokens }, { from, to }) {
    if (tokens.slice(Math.max(0, from - 6), from).some((token) => NOT_HERE.has(token.text))) return null;
    if (tokens[to]?.text === 'to' && ACTS.has(tokens[to + 1]?.text ?? '')) return null;
    return 'opposes';
  },
};
