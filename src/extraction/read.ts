import type { AttributedMessage } from '../model/message.ts';
import { type Block, blocksOf } from './blocks.ts';
import { keysOf, type Repeats, rememberSentences } from './repeats.ts';
import { type CutSentence, cutSentences } from './sentence.ts';
import { sharedLexicon } from './words.ts';

/** A block cut into sentences, and for each whether its words stood somewhere else before. */
export interface ReadBlock {
  /** Place among all blocks of the archive. */
  readonly place: number;
  readonly message: AttributedMessage;
  readonly block: Block;
  /** Place of the block among the blocks of the message, and their number. */
  readonly blockIndex: number;
  readonly blockCount: number;
  readonly sentences: readonly CutSentence[];
  /** Number of the first sentence in the archive; the others follow. */
  readonly first: number;
  /** For each sentence, the number of the sentence it repeats, or null where the words are new. */
  readonly repeats: readonly (number | null)[];
}

/** Cuts all messages into blocks and sentences and finds what repeats what: own words first, wherever they stand. */
export function readBlocks(messages: readonly AttributedMessage[]): ReadBlock[] {
  const own: Repeats = rememberSentences();
  const quoted: Repeats = rememberSentences();
  const lexicon = sharedLexicon();
  let number = 0;
  const cut = messages.flatMap((message) => {
    const blocks = blocksOf(message);
    return blocks.map((block, blockIndex) => {
      const sentences = cutSentences(block, lexicon);
      const first = number;
      number += sentences.length;
      for (const [index, { words }] of sentences.entries())
        if (block.depth === 0) own.enter(keysOf(words), first + index);
      return { message, block, blockIndex, blockCount: blocks.length, sentences, first };
    });
  });
  return cut.map((read, place) => {
    const repeats = read.sentences.map(({ words }, index) => {
      const mine = read.first + index;
      const keys = keysOf(words);
      if (read.block.depth === 0) return sentAgain(own, keys, mine);
      const first = own.find(keys) ?? quoted.find(keys);
      quoted.enter(keys, mine);
      return first === mine ? null : first;
    });
    return { ...read, place, repeats };
  });
}

/** Fewest words of a sentence that nobody writes twice by chance. */
const LEAST_WORDS = 8;

/** The sentence of an earlier message that an own sentence repeats word for word: a mail sent again, a patch posted again. */
function sentAgain(own: Repeats, keys: readonly number[], mine: number): number | null {
  if (keys.length < LEAST_WORDS) return null;
  const first = own.find(keys);
  return first === null || first >= mine ? null : first;
}
