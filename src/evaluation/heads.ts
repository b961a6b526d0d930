/** Words too common to tell one option from another. */
const COMMON = new Set(
  'the a an of for to in on at by with and or not no as is be it this that from into over than then one two all any some existing new current using use via per'.split(
    ' ',
  ),
);

/** The words that carry an option's name: lower case, without grammar, plural and `-ing` off. */
function headTerms(option: string): Set<string> {
  const words = option.toLowerCase().split(/[^\p{L}\p{N}_]+/u);
  return new Set(words.filter((word) => word.length > 1 && !COMMON.has(word)).map(stem));
}

function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** Whether two names of options share a head term. Two absent names agree; a name and its absence do not. */
export function sameOption(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const terms = headTerms(b);
  return [...headTerms(a)].some((term) => terms.has(term));
}
