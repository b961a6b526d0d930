import type { CueFamily } from './cue.ts';

export const openQuestion: CueFamily = {
  id: 'openQuestion',
  shows: 'asks something',
  stance: 'asks',
  phrases: [
    '^what|which|how|who|when|where|why is|are|does|do|would|should|can|could|will|about|exactly|kind|if|other|else|sort|type|did|was|were|api|to|many|much',
    '^is|are|does|do|would|should|can|could|will|did|has|have|was|were|am it|this|that|there|you|we|i|the|they|any|someone|anyone|these|those|he',
    '^any',
    'do|did|are|have|can|could|would you',
    'any idea|ideas|thoughts|opinion|opinions|plans|comments|objections|suggestions',
    'curious if|whether|what|how|why|as|about',
    'open question|questions',
    'thoughts ?',
    'am i',
    'what do you',
  ],
};
