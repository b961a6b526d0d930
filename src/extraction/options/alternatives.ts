import type { Sentence } from '../sentence.ts';
import { type Phrase, phrasesOf, phraseText } from './phrases.ts';

const AGAINST = new Set(['vs', 'versus']);
const ARTICLES = new Set(['a', 'an', 'the']);

/**
 * The options that a sentence sets against one another by `vs.`, as one name: a position on the comparison is on all of them.
 *
 * @example 'We discussed acall vs. syslets vs. threads at length.' → 'acall vs. syslets vs. threads'
 */
export function comparedIn(sentence: Sentence): string | null {
  if (!sentence.tokens.some((token) => AGAINST.has(token.text))) return null;
  const phrases = phrasesOf(sentence);
  let compared: Phrase | null = null;
  for (const phrase of phrases) {
    if (compared === null) compared = phrase;
    else if (opposed(sentence, compared.to, phrase.from)) compared = { ...phrase, from: compared.from };
    else if (isComparison(sentence, compared)) break;
    else compared = phrase;
  }
  return compared !== null && isComparison(sentence, compared) ? phraseText(sentence, compared) : null;
}

/** Whether only `vs.` and articles stand between two names. */
function opposed({ tokens }: Sentence, from: number, to: number): boolean {
  const between = tokens.slice(from, to).map((token) => token.text);
  return between.some((text) => AGAINST.has(text)) && between.every((text) => AGAINST.has(text) || ARTICLES.has(text));
}

function isComparison({ tokens }: Sentence, { from, to }: Phrase): boolean {
  return tokens.slice(from, to).some((token) => AGAINST.has(token.text));
}
