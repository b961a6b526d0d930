import type { AttributedMessage } from '../../model/message.ts';
import type { Block } from '../blocks.ts';
import { readBlocks } from '../read.ts';
import { type Sentence, sentencesOf } from '../sentence.ts';

/** A block of a message as a model is asked about it. */
export interface AskedBlock {
  readonly message: AttributedMessage;
  readonly block: Block;
  readonly sentences: readonly Sentence[];
  /** Number of the first sentence in the archive; the others follow. */
  readonly first: number;
  /** For each sentence, the number of the sentence it repeats, or null where the words are new. */
  readonly repeats: readonly (number | null)[];
  /** The block that this one answers, or null. */
  readonly answers: AskedBlock | null;
}

/** Cuts messages into blocks and sentences, as the rules do, and says of each block which one it answers. */
export function askedBlocks(messages: readonly AttributedMessage[]): AskedBlock[] {
  const asked: AskedBlock[] = [];
  let first = 0;
  /** Place of the first block of the message. */
  let begin = 0;
  for (const { message, block, repeats } of readBlocks(messages)) {
    if (asked.at(-1)?.message !== message) begin = asked.length;
    const answers = block.answers === null ? null : (asked[begin + block.answers] ?? null);
    const sentences = sentencesOf(block);
    asked.push({ message, block, sentences, first, repeats, answers });
    first += sentences.length;
  }
  return asked;
}
