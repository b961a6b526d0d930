import type { CueFamily } from './cue.ts';

export const possibility: CueFamily = {
  id: 'possibility',
  shows: 'says what could be done',
  stance: 'proposes',
  phrases: [
    'we|you|one|i can|could|may|might also|just|simply|then|always|easily|either|probably|even|still|instead|at|do|add|use|make|have|get|put|try|extend|keep|introduce|provide|allow',
    'we|you|one|i could|can',
    'it|this|that|there|they|which could|can|might|may also|just|simply|then|be|have|use|easily|even',
    'could|can|may|might be used|done|implemented|extended|added|replaced|made|changed|handled|exposed|moved|solved|combined|reused|useful|part|a|an|set|stored|passed|shared|moved',
    'it is|would|should be? possible to',
    'should be possible|able|easy|trivial|enough|sufficient|doable|straightforward',
    'would|will be able',
    'able to',
    'something like|similar|along|akin',
    'some kind|sort|form of',
    'for example|instance',
    'e.g',
    'imagine',
    'suppose',
    'think of|about',
    'the idea is|was|would|here',
    'the plan is',
    'the goal is',
    'idea|plan|goal|intent|intention is|was to',
    'by using|adding|making|having|allowing|providing|introducing',
  ],
};
