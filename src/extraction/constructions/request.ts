import type { Sentence } from '../sentence.ts';
import { endsInQuestion } from './clause.ts';
import type { Construction } from './construction.ts';

export const request: Construction = {
  id: 'request',
  shows: 'asks somebody for something: “Could you post the figures, please?”',
  phrases: ['^can|could|would|will you ~ please', '^can|could|would|will you'],
  decide(sentence) {
    const polite = sentence.tokens.some((token) => token.text === 'please');
    return polite ? 'asks' : null;
  },
};

/** Words that ask for a thing, in front; what they ask is open unless another construction has claimed it. */
export const openQuestion: Construction = {
  id: 'open question',
  shows: 'asks what the speaker does not know: “Which devices need this?”',
  phrases: [
    '^what|which|who|where|when|how',
    '^have|has|did|do|are|does you|anyone|anybody|someone',
    '^so? is there a|an|any|some|another',
  ],
  decide: (sentence) => (endsInQuestion(sentence) && !isTag(sentence) ? 'asks' : null),
};

/** Whether a statement only ends in a question: `which is slow, right?`. */
function isTag({ tokens }: Sentence): boolean {
  return /^(?:right|no|or|correct|ok|yes|huh|eh)$/.test(tokens.at(-2)?.text ?? '');
}
