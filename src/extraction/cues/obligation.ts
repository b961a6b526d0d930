import type { CueFamily } from './cue.ts';

export const obligation: CueFamily = {
  id: 'obligation',
  shows: 'states what has to be, a requirement or criterion',
  stance: 'proposes',
  phrases: [
    'we|you|one|it|this|that|they|there should|must|ought',
    'we|you|one|it|they need|needs to',
    'we|you|i need|require a|an|some|something|the',
    'should be|not|have|just|also|only|never|always|probably|really|at',
    'must be|not|have',
    'needs|need to be|have',
    'has|have to be',
    'it is important|essential|crucial|necessary|vital|better|best|more that|to|important',
    'it would need|have to',
    'make|makes|making sure',
    'as long as',
    'required|requirement|requirements|necessary|mandatory|criterion|criteria',
    'at least',
    'as simple|small|little|few|low|possible as',
  ],
};
