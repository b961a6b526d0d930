/** Words that end in a full stop without ending a sentence, lower-cased and without the last full stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `e.g eg i.e ie viz cf vs resp approx etc et al incl excl esp ca ed eds fig figs sec sect ch chap no nos vol pp par ref refs
  eq eqs ver vers rev est max min avg std dept univ inc ltd corp co jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue wed thu fri sat sun a.k.a aka w.r.t wrt b.t.w n.b p.s orig prev misc jr sr`.split(/\s+/),
);

/** Words after which a name follows: their full stop never ends a sentence. */
export const TITLES: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'st',
  'e.g',
  'i.e',
  'cf',
  'vs',
  'viz',
]);
