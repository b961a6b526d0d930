import type { AttributedMessage } from '../model/message.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Repeats, rememberSentences } from './repeats.ts';
import { type CutSentence, sentenceCutter } from './sentence.ts';
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
  const cut = sentenceCutter(sharedLexicon());
  const own = rememberSentences();
  let number = 0;
  const reads = messages.flatMap((message) => {
    const blocks = blocksOf(message);
    return blocks.map((block, blockIndex) => {
      const sentences = cut(block);
      const first = number;
      number += sentences.length;
      if (block.depth === 0) sentences.forEach(({ keys }, index) => own.enter(keys, first + index));
      return { message, block, blockIndex, blockCount: blocks.length, sentences, first };
    });
  });
  const quotedBefore = quotations(own);
  return reads.map((read, place) => {
    const { block, sentences, first } = read;
    const repeats =
      block.depth > 0
        ? quotedBefore(sentences, first)
        : sentences.map(({ keys }, index) => sentAgain(own, keys, first + index));
    return { ...read, place, repeats };
  });
}

/** For each sentence, the number of the one it repeats, or null where the words are new. */
type Found = readonly (number | null)[];

/**
 * Finds what quoted sentences repeat: those that somebody of the archive wrote, else those quoted before. What is quoted for
 * the third time is found where it was the second time, since words keep the number they were entered under.
 */
function quotations(own: Repeats): (sentences: readonly CutSentence[], first: number) => Found {
  const quoted = rememberSentences();
  const again = new Map<readonly CutSentence[], Found | null>();
  return (sentences, first) => {
    const settled = again.get(sentences);
    if (settled) return settled;
    const repeats = sentences.map(({ keys }, index) => {
      const found = own.find(keys) ?? quoted.find(keys);
      if (settled === undefined) quoted.enter(keys, first + index);
      return found === first + index ? null : found;
    });
    again.set(sentences, settled === undefined ? null : repeats);
    return repeats;
  };
}

/** Fewest words of a sentence that nobody writes twice by chance. */
const LEAST_WORDS = 8;

/** The sentence of an earlier message that an own sentence repeats word for word: a mail sent again, a patch posted again. */
function sentAgain(own: Repeats, keys: readonly number[], mine: number): number | null {
  if (keys.length < LEAST_WORDS) return null;
  const first = own.find(keys);
  return first === null || first >= mine ? null : first;
}
