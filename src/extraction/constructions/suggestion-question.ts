import { endsInQuestion } from './clause.ts';
import type { Construction } from './construction.ts';

export const suggestionQuestion: Construction = {
  id: 'suggestion as a question',
  shows: 'puts an option forward by asking: “Why not use a flag?”, “Couldn’t we reuse the old call?”',
  phrases: [
    '^why not',
    'why do|can|could not we|you|they|i',
    '^how about',
    'what about using|adding|making|having|just|doing|a|an',
    '^can|could|should|would|might not we|you|one|it|this|that|the|they|there',
  ],
  decide(sentence, { from, to }) {
    if (!endsInQuestion(sentence)) return null;
    const words = sentence.tokens.slice(from, to + 8).map((token) => token.text);
    if (words.some((word) => word === 'see' || word === 'imagine')) return null;
    if (words[0] !== 'would') return 'proposes';
    return /\b(?:better|saner|nicer|simpler|easier|cleaner|enough|possible|safer|cheaper|make sense)\b/.test(
      words.join(' '),
    )
      ? 'proposes'
      : null;
  },
};
