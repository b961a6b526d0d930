import type { CueFamily } from './cue.ts';

export const obligation: CueFamily = {
  id: 'obligation',
  shows: 'says what should be done',
  stance: 'proposes',
  phrases: [
    'we|you|one|i|people|users|developers should|must|ought',
    'we|you|one need|needs to|a|an|some|something',
    'we|you will|would need|have',
    'it|this|that|they|there|which should|must|ought|shall',
    'should be',
    'should not be',
    'should have|also|just|only|always|never|probably|really|at|all|still',
    'must be|not|have',
    'needs|need to be|have|support|provide',
    'has|have to be',
    '^we need|want',
    'at least|minimum',
    'make|makes|making sure',
    'as long as',
    'required to',
    'expected to',
    'it is important|essential|crucial|necessary|vital|better|best|time to|that',
  ],
};
