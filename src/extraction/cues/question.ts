import type { CueFamily } from './cue.ts';

export const question: CueFamily = {
  id: 'question',
  shows: 'asks something',
  stance: 'asks',
  phrases: [
    '^what|which|how|who|when|where|why is|are|does|do|would|should|can|could|will|about|exactly|kind|if',
    '^is|are|does|do|would|should|can|could|will|did|has|have|was|were|am it|this|that|there|you|we|i|the|they|any|someone|anyone',
    'do|did|are|have|can|could|would you',
    'any idea|ideas|thoughts|opinion|opinions|plans|reason|chance|comments',
    'wondering|wonder|curious if|whether|what|how|why',
    'open question|questions',
    'thoughts ?',
    'or ~ ?',
  ],
};
