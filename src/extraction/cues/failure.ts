import type { CueFamily } from './cue.ts';

export const failure: CueFamily = {
  id: 'failure',
  shows: 'says that it does not work or does harm',
  stance: 'opposes',
  phrases: [
    'can|could|will|would|does|do|did not be|work|do|just|really|possibly|safely|help|change|use|rely|guarantee|scale|fly|happen|make|solve|seem|fit|matter|buy|belong|allow|provide|give|address|look|exist|know|cover|support|handle|even|go|have|take|want|get|apply',
    'can not',
    'will not',
    'would not',
    'does not',
    'not possible|scalable|portable|supported|available|guaranteed|trivial|easy|clear|obvious|ideal|sufficient|needed|compatible|work|scale|even|just|only|about|a',
    'impossible|cannot|unable|incapable|never',
    'break|breaks|breaking|broke|fail|fails|failed|failing|hurt|hurts|lose|loses|losing|suffer|suffers|waste|wastes|wasting|crash|crashes|violate|violates|violating|undermine|undermines|undermining|pollute|polluting|pollutes|circumvent|duplicate|duplicates|duplicating|impose|imposes|ruin|ruins|defeat|defeats|kill|kills|leak|corrupt|corrupts|bypass|bypasses|confuse|confuses|regress',
    'lack|lacks|lacking|lacked',
    'missing',
    'prevents|prevented us|you|people|them|from|any',
    'requires|require|requiring ~ to|changes|more|extra|a|an',
    'would|will|it need|require|needs|requires',
    'have|has to deal|worry|maintain|support|change|rewrite|do|live',
    'no longer',
    'nobody|noone|none',
    'nothing',
    'not really|actually|exactly|at',
  ],
};
