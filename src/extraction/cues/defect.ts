import type { CueFamily } from './cue.ts';

export const defect: CueFamily = {
  id: 'defect',
  shows: 'calls it bad',
  stance: 'opposes',
  phrases: [
    'bad|ugly|horrible|terrible|awful|broken|wrong|useless|pointless|insane|crazy|stupid|nonsense|crap|crappy|messy|nightmare|painful|fragile|brittle|hacky|hack|hacks|kludge|kludgy|unacceptable|unsafe|insecure|buggy|racy|slow|slower|expensive|costly|inefficient|overkill|bloat|bloated|confusing|confused|dangerous|risky|horrid|nasty|hideous|silly|unmaintainable|impractical|infeasible|unreliable|unnecessary|unnecessarily|redundant|inconsistent|awkward|cumbersome|clumsy|obscure|wasteful|problematic|harmful|worse|worst|abuse|abused|bogus|sucks|suck|braindead|brain-dead|misguided|misleading|misdesigned|suboptimal|sub-optimal|poor|poorly|weird|odd|arbitrary|artificial|invasive|intrusive|heavyweight|heavy|outdated|obsolete|annoying|inflexible|incomplete|insufficient|inadequate|error-prone|non-trivial|nontrivial|needless|needlessly|meaningless|ridiculous|absurd|evil|sloppy|disgusting|gross|counterproductive|unworkable|unusable|unfair|disruptive|dubious|questionable|hard-coded|ad-hoc',
    'complex|complicated|complexity|complicate|complicates|convoluted|difficult|harder|tricky',
    'too much|many|complex|complicated|late|slow|expensive|hard|big|large|small|few|little|heavy|strict|limited|long|easy|specific|generic|fragile|low|high|early|often|verbose|restrictive|intrusive|invasive|broad|clever',
    'more complex|complicated|complexity|expensive|work|code|difficult|overhead|memory|fragile|confusing|problems|trouble',
    'hard|harder|difficult|impossible|tricky|painful to|for',
    'overhead|penalty|cost|costs|costly|bottleneck|contention|latency',
    'only|merely just? adds|add|works|work|makes|make|one|a|moves',
  ],
};
