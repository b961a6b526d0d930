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
  let number = 0;
  const reads = messages.flatMap((message) => {
    const blocks = blocksOf(message);
    return blocks.map((block, blockIndex) => {
      const sentences = cut(block);
      const first = number;
      number += sentences.length;
      return { message, block, blockIndex, blockCount: blocks.length, sentences, first };
    });
  });
  const repeatsOf = findRepeats(reads);
  return reads.map(({ message, block, blockIndex, blockCount, sentences, first }, place) => {
    const repeats = repeatsOf(block, sentences, first);
    return { place, message, block, blockIndex, blockCount, sentences, first, repeats };
  });
}

/** For each sentence, the number of the one it repeats, or null where the words are new. */
type Found = readonly (number | null)[];

type Sentences = readonly CutSentence[];
type Passage = Pick<ReadBlock, 'block' | 'sentences' | 'first'>;

/** Enters all own words, and finds for each block in turn what its sentences repeat. */
function findRepeats(reads: readonly Passage[]): (block: Block, sentences: Sentences, first: number) => Found {
  const own = rememberSentences(wordsIn(reads.filter(({ block }) => block.depth === 0)));
  /** Numbers of own sentences of which every word was new: they repeat nothing. */
  const fresh = new Set<number>();
  const entered = new Set<Sentences>();
  for (const { block, sentences, first } of reads) {
    if (block.depth > 0 || entered.has(sentences)) continue;
    entered.add(sentences);
    for (const [index, { keys }] of sentences.entries()) if (own.enter(keys, first + index)) fresh.add(first + index);
  }
  const quotedBefore = quotations(own, wordsIn(reads.filter(({ block }) => block.depth > 0)));
  return (block, sentences, first) =>
    block.depth > 0
      ? quotedBefore(sentences, first)
      : sentences.map(({ keys }, index) => (fresh.has(first + index) ? null : sentAgain(own, keys, first + index)));
}

/** How many words the sentences of passages hold, those counted once that stand in several. */
function wordsIn(passages: readonly Passage[]): number {
  let words = 0;
  for (const sentences of new Set(passages.map((passage) => passage.sentences)))
    for (const { keys } of sentences) words += keys.length;
  return words;
}

/**
 * Finds what quoted sentences repeat: those that somebody of the archive wrote, else those quoted before. Words keep the number
 * they were entered under, so that a paragraph quoted over and over is looked for twice at most.
 */
function quotations(own: Repeats, words: number): (sentences: Sentences, first: number) => Found {
  const quoted = rememberSentences(words);
  const entered = new Set<Sentences>();
  const settled = new Map<Sentences, Found>();
  return (sentences, first) => {
    const known = settled.get(sentences);
    if (known !== undefined) return known;
    const again = entered.has(sentences);
    entered.add(sentences);
    let all = true;
    const repeats = sentences.map(({ keys }, index) => {
      const written = own.find(keys);
      const found = written ?? quoted.find(keys);
      all &&= written !== null;
      if (!again) quoted.enter(keys, first + index);
      return found === first + index ? null : found;
    });
    if (all || again) settled.set(sentences, repeats);
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
