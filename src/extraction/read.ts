import type { AttributedMessage } from '../model/message.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Surroundings, wordCount } from './features.ts';
import { type Repeats, rememberSentences } from './repeats.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

/** A block with its sentences, and for each whether its words stood somewhere else before. */
export interface ReadBlock {
  /** Place among all blocks of the archive. */
  readonly place: number;
  readonly message: AttributedMessage;
  readonly block: Block;
  readonly sentences: readonly Sentence[];
  readonly around: Surroundings;
  /** For each sentence, its number in the archive. */
  readonly numbers: readonly number[];
  /** For each sentence, the number of the sentence it repeats, or null where the words are new. */
  readonly repeats: readonly (number | null)[];
}

/** Cuts all messages into blocks and sentences and finds what repeats what: own words first, wherever they stand. */
export function readBlocks(messages: readonly AttributedMessage[]): ReadBlock[] {
  const own: Repeats = rememberSentences();
  const quoted: Repeats = rememberSentences();
  let number = 0;
  const cut = messages.flatMap((message) => {
    const blocks = blocksOf(message);
    return blocks.map((block, blockIndex) => {
      const sentences = sentencesOf(block);
      const numbers = sentences.map(() => number++);
      sentences.forEach((sentence, index) => {
        if (block.depth === 0) own.enter(sentence, numbers[index] ?? -1);
      });
      return { message, block, sentences, numbers, around: { sentences, blockIndex, blockCount: blocks.length } };
    });
  });
  return cut.map((read, place) => {
    const repeats = read.sentences.map((sentence, index) => {
      const mine = read.numbers[index] ?? -1;
      if (read.block.depth === 0) return sentAgain(own, sentence, mine);
      const first = own.find(sentence) ?? quoted.find(sentence);
      quoted.enter(sentence, mine);
      return first === mine ? null : first;
    });
    return { ...read, place, repeats };
  });
}

/** Fewest words of a sentence that nobody writes twice by chance. */
const LEAST_WORDS = 8;

/** The sentence of an earlier message that an own sentence repeats word for word: a mail sent again, a patch posted again. */
function sentAgain(own: Repeats, sentence: Sentence, mine: number): number | null {
  if (wordCount(sentence) < LEAST_WORDS) return null;
  const first = own.find(sentence);
  return first === null || first >= mine ? null : first;
}
