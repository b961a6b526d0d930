import type { CueFamily } from './cue.ts';

export const problem: CueFamily = {
  id: 'problem',
  shows: 'names a problem',
  stance: 'opposes',
  phrases: [
    'the|one|my|main|only|real|big|major|another|a|bigger problem|issue|trouble|downside|drawback|disadvantage|worry|risk|objection|catch|difficulty|challenge|flaw|weakness|limitation',
    'problem|problems|trouble|downside|downsides|drawback|drawbacks|disadvantage|disadvantages|limitation|limitations|weakness|flaw|flaws|flawed|pitfall|pitfalls|shortcoming|shortcomings',
    'issue|issues with|is|here|that|of',
    'problem|problems with|is|here|that|of',
    'risk|risks|danger|dangers|hazard|vulnerability|bug|bugs|race|races|deadlock|deadlocks|regression|regressions|breakage|leak|leaks|corruption|failure|failures|violation|attack|attacks|loss|nightmare|mess|burden|pain|headache|disaster|trap|hassle|fragmentation|conflict|conflicts',
    'unfortunately',
    'sadly',
    'however',
    'except that',
    'still',
    'yet',
    'leads to',
    'end|ends|ending|ended up',
    'just because',
    'not to mention',
    'at the cost|expense|price of',
  ],
};
