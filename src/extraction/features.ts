import type { Sentence } from './sentence.ts';

/** What surrounds a sentence, as far as the features ask. */
export interface Surroundings {
  /** All sentences of the block. */
  readonly sentences: readonly Sentence[];
  /** Place of the block among the blocks of the message, and their number. */
  readonly blockIndex: number;
  readonly blockCount: number;
}

/** Words of a sentence that count as its length: no marks. */
export function wordCount(sentence: Sentence): number {
  return sentence.tokens.filter((token) => token.kind !== 'mark').length;
}

function bin(value: number, limits: readonly number[]): number {
  const index = limits.findIndex((limit) => value <= limit);
  return index === -1 ? limits.length : index;
}

/** Words of a token for n-grams: proper names are masked, so that no weight can hang on a person. */
function gram(token: Sentence['tokens'][number]): string {
  return token.proper ? 'Name' : token.text;
}

/** The features of a sentence, as names; a name that the weights do not know counts nothing. */
export function featuresOf(sentence: Sentence, around: Surroundings): string[] {
  const { block, tokens } = sentence;
  const names = new Set<string>(['bias']);
  const grams = tokens.map(gram);
  grams.forEach((word, index) => {
    names.add(`w:${word}`);
    names.add(`w2:${grams[index - 1] ?? '^'} ${word}`);
  });
  names.add(`first:${grams[0] ?? ''}`);
  names.add(`start:${grams[0] ?? ''} ${grams[1] ?? ''}`);
  names.add(`last:${sentence.text.slice(-1)}`);
  for (const cue of sentence.cues) {
    names.add(`cue:${cue.family}`);
    names.add(`phrase:${cue.family}:${cue.phrase}`);
  }
  const families = new Set(sentence.cues.map((cue) => cue.family));
  names.add(`families:${bin(families.size, [0, 1, 2, 3, 4, 6])}`);
  const words = wordCount(sentence);
  names.add(`words:${bin(words, [2, 4, 6, 9, 12, 16, 20, 25, 30, 40, 60])}`);
  const identifiers = tokens.filter((token) => token.kind === 'identifier').length;
  names.add(`identifiers:${bin(identifiers, [0, 1, 2, 4])}`);
  if (words > 0) names.add(`dense:${bin(identifiers / words, [0, 0.1, 0.2, 0.35, 0.5])}`);
  const letters = sentence.text.replace(/[^A-Za-z ]/g, '').length / Math.max(1, sentence.text.length);
  names.add(`letters:${bin(letters, [0.5, 0.7, 0.8, 0.9, 0.95])}`);
  if (tokens.some((token) => token.kind === 'url')) names.add('has:url');
  if (/["“]/.test(sentence.text)) names.add('has:quote');
  if (/^[^A-Za-z]/.test(sentence.text)) names.add('begins:other');
  if (/^[a-z]/.test(sentence.text)) names.add('begins:lower');
  if (/[;{}]$/.test(sentence.text)) names.add('ends:code');
  names.add(block.depth > 0 ? 'quoted' : 'own');
  if (block.item) names.add('item');
  const count = around.sentences.length;
  names.add(`at:${bin(sentence.index, [0, 1, 2, 4])}`);
  names.add(`left:${bin(count - 1 - sentence.index, [0, 1, 2, 4])}`);
  if (sentence.index === 0)
    names.add(block.answers === null ? 'opens:free' : block.after === null ? 'opens:answer' : 'opens:later');
  names.add(`block:${bin(around.blockIndex, [0, 1, 3, 8])}`);
  names.add(`blocks-left:${bin(around.blockCount - 1 - around.blockIndex, [0, 1, 3])}`);
  if (block.lines.length === 1) names.add('one-line');
  neighbour(names, 'prev', around.sentences[sentence.index - 1]);
  neighbour(names, 'next', around.sentences[sentence.index + 1]);
  return [...names];
}

function neighbour(names: Set<string>, side: string, other: Sentence | undefined): void {
  if (other === undefined) return;
  for (const cue of other.cues) names.add(`${side}:${cue.family}`);
  names.add(`${side}-words:${bin(wordCount(other), [3, 6, 10, 15, 25])}`);
  names.add(`${side}-last:${other.text.slice(-1)}`);
}
