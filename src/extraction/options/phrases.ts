import type { Sentence } from '../sentence.ts';
import type { Token } from '../tokens.ts';
import { STOPWORDS } from './stopwords.ts';

/** Words in a row that may be the name of something: the tokens they cover, end exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** More words than this are no name. */
const LONGEST = 5;

function naming(token: Token): boolean {
  if (token.kind === 'mark' || token.kind === 'url' || token.kind === 'number') return false;
  if (token.kind === 'identifier') return true;
  return token.raw.length > 1 && !STOPWORDS.has(token.text) && !token.text.endsWith('ly');
}

/** The names in a sentence: runs of words that are neither grammar nor marks. */
export function phrasesOf(sentence: Sentence): Phrase[] {
  const phrases: Phrase[] = [];
  const { tokens } = sentence;
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to < tokens.length && to - from < LONGEST && namingAt(tokens, to)) to++;
    if (to > from) {
      phrases.push({ from, to, words: tokens.slice(from, to).map((token) => token.word.stem) });
      from = to;
    } else {
      from++;
    }
  }
  return phrases;
}

function namingAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  // The parts of a contraction share their characters; only whole words name anything.
  return (
    token !== undefined &&
    naming(token) &&
    tokens[at - 1]?.start !== token.start &&
    tokens[at + 1]?.start !== token.start
  );
}

/** The words of a phrase as they stand in the sentence, line breaks folded. */
export function phraseText(sentence: Sentence, phrase: Phrase): string {
  const start = sentence.tokens[phrase.from]?.start ?? 0;
  const end = sentence.tokens[phrase.to - 1]?.end ?? 0;
  return sentence.text
    .slice(start, end)
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** Words that tie two names into one: `copy on write for the page cache`. */
const TIES = new Set(['of', 'for', 'in', 'on', 'to', 'from', 'with', 'into', 'per', 'without', 'by', 'via']);
const ARTICLES = new Set(['a', 'an', 'the', 'its', 'our', 'your', 'their', 'each', 'every', 'all', 'new']);

/** Widens a name by the one that a preposition ties to it, on either side. */
export function widen(sentence: Sentence, phrase: Phrase, phrases: readonly Phrase[]): Phrase {
  const after = phrases.find((other) => other.from > phrase.to && ties(sentence.tokens.slice(phrase.to, other.from)));
  const before = phrases.findLast(
    (other) => other.to < phrase.from && ties(sentence.tokens.slice(other.to, phrase.from)),
  );
  return {
    from: before?.from ?? phrase.from,
    to: after?.to ?? phrase.to,
    words: [...(before?.words ?? []), ...phrase.words, ...(after?.words ?? [])],
  };
}

function ties(between: readonly Token[]): boolean {
  const [tie, article, ...more] = between.map((token) => token.text);
  return tie !== undefined && TIES.has(tie) && (article === undefined || ARTICLES.has(article)) && more.length === 0;
}
