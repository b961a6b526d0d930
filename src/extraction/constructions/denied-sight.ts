import { turnsAfter } from './clause.ts';
import type { Construction } from './construction.ts';

const HARMS = new Set(
  'problem problems issue issues harm objection objections trouble downside drawback conflict'.split(' '),
);

/** "I don't see": with a harm behind it, it clears the option; with a use or a reason, it denies it one. */
export const deniedSight: Construction = {
  id: 'denied sight',
  shows: 'sees no use in it, or no harm: “I don’t see the point”, “I see no problem with that”',
  phrases: [
    'i|we really|just|personally|honestly|still? do|can|could|would not really|quite|yet? see why|how|that|a|an|any|much|the|big|real|what',
    'i|we fail to see',
    'i|we personally? see no|little|hardly',
    '^do|can not see why|how|a|an|any|much|the|big|real',
  ],
  decide({ tokens }, { to }) {
    if (turnsAfter(tokens, to)) return null;
    const near = tokens.slice(to - 1, to + 4).map((token) => token.text);
    if (near.some((word) => HARMS.has(word))) return 'supports';
    return USES.test(near.join(' ')) ? 'opposes' : null;
  },
};

const USES = /\b(?:why|how|point|use|need|benefit|benefits|value|advantage|reason|profit|gain|sense|justification)\b/;
