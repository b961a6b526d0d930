import { turnsAfter } from './clause.ts';
import type { Construction } from './construction.ts';

export const yesBut: Construction = {
  id: 'yes, but',
  shows: 'admits and turns: “Sure, it is fast, but nobody can debug it”',
  phrases: ['^yes|yeah|sure|true|right|granted|admittedly|agreed', '^fair enough|point', '^of course'],
  decide({ tokens }, { to }) {
    const asks = tokens.at(-1)?.text === '?';
    // "Right, not like that, but just so" corrects and admits nothing.
    const corrects = tokens.slice(to, to + 2).some((token) => token.text === 'not');
    return !asks && !corrects && turnsAfter(tokens, to) ? 'concedes' : null;
  },
};

/** Words within which a sentence says what it is going to be. */
const EARLY = 4;

export const admission: Construction = {
  id: 'admission',
  shows: 'grants a point against the own side: “I must admit it is simpler”, “I stand corrected”',
  phrases: [
    'i must|have|will|freely|do|should to? admit|confess|concede|grant|acknowledge',
    'i admit|concede|grant|stand',
    '^fair enough|point',
    '^point taken',
    '^my bad|fault|mistake',
    'i was wrong|mistaken about|on|there|,',
    'you have a point',
    'i am not saying|claiming|arguing',
  ],
  decide({ tokens }, { from, to }) {
    // What is granted in passing, behind the point, does not make the sentence a concession.
    if (from > EARLY) return null;
    if (tokens[to - 1]?.text === 'stand' && tokens[to]?.text !== 'corrected') return null;
    return 'concedes';
  },
};
