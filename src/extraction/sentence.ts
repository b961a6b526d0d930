import type { Block } from './blocks.ts';
import { CUES } from './cues/index.ts';
import { type CueHit, findCues } from './cues/match.ts';
import { keysOf } from './repeats.ts';
import { type Range, splitSentences } from './sentences.ts';
import { isSpeech, speechIn } from './speech.ts';
import { type Cut, cutTokens } from './tokens.ts';
import { type Lexicon, makeLexicon } from './words.ts';

/** A longer sentence is a log, a table or a file without line breaks; it is no one's point. */
const LONGEST = 2000;

/** A sentence cut into tokens: what is kept of it until it is looked at. */
export interface CutSentence extends Cut {
  readonly range: Range;
  readonly text: string;
  /** The words as numbers, marks left out, as repeats are known by. */
  readonly keys: readonly number[];
}

/** A sentence of a block, with what the later steps ask about it. */
export interface Sentence extends CutSentence {
  readonly block: Block;
  readonly cues: readonly CueHit[];
  /** True where it stands in quotation marks: nobody's position. */
  readonly speech: boolean;
  /** Place among the sentences of its block. */
  readonly index: number;
}

/** A longer paragraph is no mail anyone wrote: a file on one line, a log, a table. */
const LONGEST_PARAGRAPH = 50_000;

/** Cuts a block into sentences and looks for cues in each; what is too long to be a sentence is left out. */
export function sentencesOf(block: Block): Sentence[] {
  return readSentences(block, cutSentences(block, makeLexicon()));
}

/** Cuts a block into sentences and these into tokens. */
export function cutSentences({ text }: Block, lexicon: Lexicon): CutSentence[] {
  if (text.length > LONGEST_PARAGRAPH) return [];
  const cuts: CutSentence[] = [];
  for (const range of splitSentences(text)) {
    if (range.end - range.start > LONGEST) continue;
    const sentence = text.slice(range.start, range.end);
    const { tokens, starts } = cutTokens(sentence, lexicon);
    cuts.push({ range, text: sentence, tokens, starts, keys: keysOf(tokens) });
  }
  return cuts;
}

/**
 * Cuts blocks as `cutSentences` does, but the words of each only once: those quoted again give the very same list, by which
 * it is known that they were met before.
 */
export function sentenceCutter(lexicon: Lexicon): (block: Block) => readonly CutSentence[] {
  const cuts = new Map<string, readonly CutSentence[]>();
  return (block) => {
    const known = cuts.get(block.text);
    if (known !== undefined) return known;
    const cut = cutSentences(block, lexicon);
    cuts.set(block.text, cut);
    return cut;
  };
}

/** Looks for cues and quotation marks in the sentences of a block. */
export function readSentences(block: Block, cuts: readonly CutSentence[]): Sentence[] {
  const speech = speechIn(block.text);
  return cuts.map((cut, index) => {
    const { range, text, tokens, starts, keys } = cut;
    const cues = findCues(tokens, CUES);
    return { block, range, text, tokens, starts, keys, cues, speech: isSpeech(range, speech), index };
  });
}
