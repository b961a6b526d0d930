import type { Block } from './blocks.ts';
import { CUES } from './cues/index.ts';
import { type CueHit, findCues } from './cues/match.ts';
import { type Range, splitSentences } from './sentences.ts';
import { isSpeech, speechIn } from './speech.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A longer sentence is a log, a table or a file without line breaks; it is no one's point. */
const LONGEST = 2000;

/** A sentence of a block, with what the later steps ask about it. */
export interface Sentence {
  readonly block: Block;
  readonly range: Range;
  readonly text: string;
  readonly tokens: readonly Token[];
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
  if (block.text.length > LONGEST_PARAGRAPH) return [];
  const speech = speechIn(block.text);
  return splitSentences(block.text)
    .filter((range) => range.end - range.start <= LONGEST)
    .map((range, index) => {
      const text = block.text.slice(range.start, range.end);
      const tokens = tokensOf(text);
      return { block, range, text, tokens, cues: findCues(tokens, CUES), speech: isSpeech(range, speech), index };
    });
}
