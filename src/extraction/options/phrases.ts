import type { Sentence } from '../sentence.ts';
import { endOf } from '../tokens.ts';
import type { Token } from '../words.ts';

/** Words in a row that may be the name of something: the tokens they cover, end exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** More words than this are no name. */
const LONGEST = 5;

/** The names in a sentence: runs of words that are neither grammar nor marks. */
export function phrasesOf(sentence: Sentence): Phrase[] {
  const phrases: Phrase[] = [];
  const { tokens } = sentence;
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to - from < LONGEST && tokens[to]?.naming === true) to++;
    if (to > from) {
      phrases.push({ from, to, words: tokens.slice(from, to).map(({ stem }) => stem) });
      from = to;
    } else {
      from++;
    }
  }
  return phrases;
}

/** The words of a phrase as they stand in the sentence, line breaks folded. */
export function phraseText(sentence: Sentence, phrase: Phrase): string {
  return sentence.text
    .slice(sentence.starts[phrase.from], endOf(sentence, phrase.to - 1))
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** Words that tie two names into one: `copy on write for the page cache`. */
const TIES = new Set(
  'of for in on to from with into per without by via as between over against using through at than'.split(' '),
);
/** Words that may stand between; alone they tie a doing to what it is done to: `restrict the calls`. */
const ARTICLES = new Set(
  'a an the its our your their each every all new this that these those any some existing own more other multiple single'.split(
    ' ',
  ),
);
/** Names that are tied on at most, on either side. */
const MOST_TIED = 2;

/** Widens a name by those that a preposition or an article ties to it: no more than two on either side. */
export function widen({ tokens }: Sentence, phrase: Phrase, phrases: readonly Phrase[]): Phrase {
  let { from, to } = phrase;
  for (let tied = 0; tied < MOST_TIED; tied++) {
    const after = phrases.find((other) => other.from >= to && ties(tokens, to, other.from));
    if (after === undefined) break;
    to = after.to;
  }
  for (let tied = 0; tied < MOST_TIED; tied++) {
    const before = phrases.findLast((other) => other.to <= from && ties(tokens, other.to, from));
    if (before === undefined) break;
    from = before.from;
  }
  return { from, to, words: phrases.filter((one) => one.from >= from && one.to <= to).flatMap((one) => one.words) };
}

function ties(tokens: readonly Token[], from: number, to: number): boolean {
  const words = to - from;
  const first = tokens[from]?.text ?? '';
  if (words < 1 || words > 3) return false;
  if (words === 1 && ARTICLES.has(first)) return true;
  if (!TIES.has(first)) return false;
  for (let at = from + 1; at < to; at++) if (!ARTICLES.has(tokens[at]?.text ?? '')) return false;
  return true;
}
