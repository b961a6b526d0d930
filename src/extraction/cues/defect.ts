import type { CueFamily } from './cue.ts';

export const defect: CueFamily = {
  id: 'defect',
  shows: 'names a defect',
  stance: 'opposes',
  phrases: [
    'bad|ugly|horrible|terrible|awful|broken|wrong|useless|pointless|insane|crazy|stupid|nonsense|crap|crappy|messy|mess|nightmare|painful|pain|fragile|brittle|hacky|hack|kludge|unacceptable|unsafe|insecure|buggy|racy|slow|slower|expensive|costly|inefficient|complex|complicated|complexity|overkill|bloat|bloated|confusing|dangerous|risky|horrid|nasty|hideous|silly|dubious|suspicious|unmaintainable|impossible|impractical|infeasible|unreliable|unnecessary|redundant|inconsistent|awkward|cumbersome|clumsy|obscure|wasteful|problematic|harmful|limited|worse|worst|abuse|abused|bogus',
    'overhead|burden|penalty|cost|costs|drawback|drawbacks|downside|downsides|disadvantage|disadvantages|limitation|limitations|problem|problems|issue|issues|risk|risks|danger|concern|concerns|bug|bugs|race|races|deadlock|deadlocks|regression|regressions|breakage|vulnerability|leak',
    'break|breaks|breaking|broke|fail|fails|failed|failing|hurt|hurts|lose|loses|losing|lost|suffer|suffers|waste|wastes|prevent|prevents|suck|sucks|crash|crashes|block|blocks|require|requires|complicate|complicates',
    'too much|many|complex|complicated|late|slow|expensive|hard|big|large|small|few|little|heavy|strict|limited|long|easy|specific|generic|fragile|low|high',
    'hard|harder|difficult|impossible|tricky to|for',
    'lack|lacks|lacking|missing',
    'not possible|scalable|sufficient|enough|portable|safe|supported|available|true|correct|guaranteed|trivial|easy|clear|obvious|ideal',
    'only|just works|work|adds|add|makes|make|one',
    'more complex|complicated|complexity|expensive|work|code|difficult|overhead|memory',
    'unfortunately',
    'sadly',
    'worried|afraid|skeptical|sceptical|concerned|doubt|doubtful|worry|fear|hate',
    'at the cost|expense|price of',
  ],
};
