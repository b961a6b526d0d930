import type { CutSentence, Sentence } from '../sentence.ts';
import { definedIn, numberIn } from './numbered.ts';
import { type Phrase, phrasesOf, phraseText, widen } from './phrases.ts';
import { findTerms, type TermIndex } from './vocabulary.ts';

/** What a position is about: a term of the vocabulary, words of the text, or neither. */
export interface OptionFound {
  readonly term: string | null;
  readonly option: string | null;
}

export const NO_OPTION: OptionFound = { term: null, option: null };

/** What is known of the options of one thread before its positions are looked at. */
export interface OptionRegistry {
  readonly terms: TermIndex;
  /** Numbered options and the words that define them. */
  readonly numbered: ReadonlyMap<string, string>;
  /** Word → number of sentences that hold it: what a discussion keeps coming back to is what it is about. */
  readonly mentions: ReadonlyMap<string, Mentions>;
}

interface Mentions {
  count: number;
  /** The last sentence counted, by its index. */
  last: number;
}

/** Collects the options of a thread: the vocabulary's terms, numbered options, and how often each word is named. */
export function registerOptions(sentences: readonly CutSentence[], terms: TermIndex): OptionRegistry {
  const numbered = new Map<string, string>();
  const mentions = new Map<string, Mentions>();
  for (const [index, sentence] of sentences.entries()) {
    for (const [number, words] of definedIn(sentence)) if (!numbered.has(number)) numbered.set(number, words);
    for (const { stem } of sentence.words) {
      const known = mentions.get(stem);
      if (known === undefined) mentions.set(stem, { count: 1, last: index });
      else if (known.last !== index) {
        known.count++;
        known.last = index;
      }
    }
  }
  return { terms, numbered, mentions };
}

/** Words that point back at an option named before. */
const POINTERS = new Set(['this', 'that', 'it', 'these', 'those', 'latter', 'former', 'such']);

/**
 * Finds the option a run of sentences is about: a term of the vocabulary, a numbered option, the name the sentence gives most
 * weight to, else the option named before it. Null where nothing is named.
 */
export function optionOf(sentences: readonly Sentence[], registry: OptionRegistry, before: OptionFound): OptionFound {
  const terms = sentences.flatMap((sentence) => findTerms(sentence.tokens, registry.terms));
  const [term] = terms;
  if (term !== undefined) return { term: term.term.id, option: term.term.prefLabel };
  for (const sentence of sentences) {
    const number = numberIn(sentence.text);
    const words = number === null ? undefined : registry.numbered.get(number);
    if (words !== undefined) return { term: null, option: words };
  }
  const named = bestPhrase(sentences, registry);
  if (named !== null) return { term: null, option: named };
  return points(sentences) ? before : NO_OPTION;
}

function points(sentences: readonly Sentence[]): boolean {
  return sentences.some((sentence) => sentence.tokens.some((token) => POINTERS.has(token.text)));
}

function bestPhrase(sentences: readonly Sentence[], registry: OptionRegistry): string | null {
  let best: { text: string; weight: number } | null = null;
  for (const sentence of sentences) {
    const phrases = phrasesOf(sentence);
    for (const phrase of phrases) {
      const weight = weightOf(sentence, phrase, registry);
      if (best !== null && weight <= best.weight) continue;
      best = { text: phraseText(sentence, widen(sentence, phrase, phrases)), weight };
    }
  }
  return best?.text ?? null;
}

function weightOf(sentence: Sentence, phrase: Phrase, registry: OptionRegistry): number {
  const tokens = sentence.tokens.slice(phrase.from, phrase.to);
  const mentions = phrase.words.map((word) => Math.log2(1 + (registry.mentions.get(word)?.count ?? 0)));
  const names = tokens.filter((token) => token.kind === 'identifier').length;
  const length = Math.min(phrase.words.length, 3);
  return Math.max(...mentions) + 1.5 * Math.min(names, 2) + length - 0.05 * phrase.from;
}
