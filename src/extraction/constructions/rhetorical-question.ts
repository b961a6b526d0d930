import { endsInQuestion, verdictOf } from './clause.ts';
import type { Construction } from './construction.ts';

/** A question that a person asks to say "nothing is": it defends what is asked about. */
export const nothingWrong: Construction = {
  id: 'what is wrong with',
  shows: 'asks what is lacking, to say that nothing is: “What is wrong with plain files?”',
  phrases: [
    'what is|was|are so|actually|really? wrong|lacking|missing|insufficient|bad|unsatisfactory with|about|from|in',
    'what is stopping|preventing|keeping you|us|them|people|anyone',
    'what else|more do|would|could|can you|we|they|one|people actually|really? want|need|ask',
  ],
  decide: (sentence) => (endsInQuestion(sentence) ? 'supports' : null),
};

export const whyWould: Construction = {
  id: 'why would',
  shows: 'asks for a reason, to say that there is none: “Why would anyone want that?”',
  phrases: [
    'why would|should|on|bother anyone|anybody|someone|you|we|i|they|one|people|users|earth|with|to',
    '^why add|bother|have|break|introduce|invent|reinvent|duplicate|complicate|use|keep|make|go|waste',
    'do|did|would we|you|they|people|users really|actually|seriously want|need',
    'is it|this|that|there really|even worth|necessary|needed|required|useful|a|any',
    'how is|are|would|does|can this|that|it|they|these be? any|better|different|help|an|simpler|easier|more',
    'what is the point|use|benefit|advantage of|in|here',
    '^so what ?',
    'how much|many more|less|smaller|faster|simpler|leaner|longer',
    'who cares|needs|wants',
  ],
  decide: (sentence) => (endsInQuestion(sentence) || sentence.text.includes('so what?') ? 'opposes' : null),
};

/** "Isn't that …?" claims what it asks: for what it calls good, against what it calls bad. */
export const negatedQuestion: Construction = {
  id: 'negated question',
  shows: 'claims what it asks: “Isn’t that what the page cache is for?”',
  phrases: [
    '^is|are|was|does|did|has|have not|ID|this|that|it|the|there|those|these not|this|that|it|the|there|we|they|those|these|a|an|all|what|enough|ID',
  ],
  decide(sentence, { from, to }) {
    const { tokens } = sentence;
    const denied = tokens.slice(from, to + 2).some((token) => token.text === 'not');
    if (!denied || !endsInQuestion(sentence)) return null;
    return verdictOf(sentence, to, tokens.length) === 'bad' ? 'opposes' : 'supports';
  },
};
