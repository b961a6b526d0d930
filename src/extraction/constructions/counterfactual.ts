import type { Construction } from './construction.ts';

/** "Exactly what I'd want if I were …" praises what there is, though nobody is in that case; "would that …" deplores it. */
export const counterfactual: Construction = {
  id: 'counterfactual',
  shows: 'supposes a case that is not: “exactly what I’d want if I were packaging it”, “if only it were faster”',
  phrases: [
    'what|the|one|all i|we|you|anyone would want|need|use|choose|pick|take|like|do|prefer ~ if',
    'would that i|we|it|this|there|they|all|more',
    'if only i|we|it|this|that|there|they',
    'i wish i|we|it|this|that|there|they|you|someone',
  ],
  decide({ tokens }, { from }) {
    const first = tokens[from]?.text ?? '';
    if (first === 'would' && from > 1) return null;
    return ['would', 'if', 'i'].includes(first) ? 'opposes' : 'supports';
  },
};
