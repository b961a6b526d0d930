import { listedIn, type Paragraph } from './listed.ts';
import { definedIn } from './numbered.ts';
import type { TermIndex } from './vocabulary.ts';

/** What is known of the options of one thread before its positions are looked at. */
export interface OptionRegistry {
  readonly terms: TermIndex;
  /** Numbered or lettered options and the words that define them; a number defined in two ways is not among them. */
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
export function registerOptions(paragraphs: readonly Paragraph[], terms: TermIndex): OptionRegistry {
  const mentions = new Map<string, Mentions>();
  const numbered = new Map<string, string | null>();
  const define = ([number, words]: readonly [string, string]): void => {
    const known = numbered.get(number);
    if (known === undefined) numbered.set(number, words);
    // Quoted again it is the same definition, perhaps cut short; any other makes the number ambiguous.
    else if (known !== null && !alike(known, words)) numbered.set(number, null);
  };
  let index = 0;
  for (const [sentences, times] of howOften(paragraphs)) {
    for (const sentence of sentences) {
      definedIn(sentence).forEach(define);
      for (const { stem } of sentence.tokens) {
        const known = mentions.get(stem);
        if (known === undefined) mentions.set(stem, { count: times, last: index });
        else if (known.last !== index) {
          known.count += times;
          known.last = index;
        }
      }
      index++;
    }
  }
  listedIn(paragraphs).forEach(define);
  return {
    terms,
    numbered: new Map([...numbered].flatMap(([key, words]) => (words === null ? [] : [[key, words]]))),
    mentions,
  };
}

/** How often the same sentences stand there: what is quoted again was cut once. */
function howOften(paragraphs: readonly Paragraph[]): Map<Paragraph['sentences'], number> {
  const times = new Map<Paragraph['sentences'], number>();
  for (const { sentences } of paragraphs) times.set(sentences, (times.get(sentences) ?? 0) + 1);
  return times;
}

function alike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
