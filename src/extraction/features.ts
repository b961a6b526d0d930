import type { AddFeature } from './feature-table.ts';
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
  let count = 0;
  for (const token of sentence.tokens) if (token.kind !== 'mark') count++;
  return count;
}

function bin(value: number, limits: readonly number[]): number {
  const index = limits.findIndex((limit) => value <= limit);
  return index === -1 ? limits.length : index;
}

/**
 * What shows that a sentence makes a point, as names of features; a name that the weights do not know counts nothing. No word
 * of the sentence is among them but the phrases of the cue families: what a discussion is about shall not decide.
 */
export function sentenceFeatures(sentence: Sentence, around: Surroundings, add: AddFeature): void {
  add('bias');
  add('last', sentence.text.slice(-1));
  for (const cue of sentence.cues) {
    add('cue', cue.family);
    add('phrase', cue.name);
  }
  addShape(add, sentence);
  addPlace(add, sentence, around);
  addNeighbour(add, 'prev', around.sentences[sentence.index - 1]);
  addNeighbour(add, 'next', around.sentences[sentence.index + 1]);
}

/** Length, density of names and marks: prose differs from tables, logs and lists by these. */
function addShape(add: AddFeature, sentence: Sentence): void {
  const { tokens, text, cues } = sentence;
  const words = wordCount(sentence);
  let identifiers = 0;
  for (const token of tokens) if (token.kind === 'identifier') identifiers++;
  const letters = lettersIn(text) / Math.max(1, text.length);
  add('families', bin(new Set(cues.map((cue) => cue.family)).size, [0, 1, 2, 3, 4, 6]));
  add('words', bin(words, [2, 4, 6, 9, 12, 16, 20, 25, 30, 40, 60]));
  add('identifiers', bin(identifiers, [0, 1, 2, 4]));
  if (words > 0) add('dense', bin(identifiers / words, [0, 0.1, 0.2, 0.35, 0.5]));
  add('letters', bin(letters, [0.5, 0.7, 0.8, 0.9, 0.95]));
  if (tokens.some((token) => token.kind === 'url')) add('has', 'url');
  if (/["“]/.test(text)) add('has', 'quote');
  if (/^[^A-Za-z]/.test(text)) add('begins', 'other');
  if (/^[a-z]/.test(text)) add('begins', 'lower');
  if (/[;{}]$/.test(text)) add('ends', 'code');
}

/** Number of letters of ASCII and blanks. */
function lettersIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The bit 0x20 is all that capitals and small letters differ in.
    const small = code | 0x20;
    if (code === 0x20 || (small >= 0x61 && small <= 0x7a)) count++;
  }
  return count;
}

/** Where the sentence stands in its block, and the block in its message. */
function addPlace(add: AddFeature, { block, index }: Sentence, around: Surroundings): void {
  add(block.depth > 0 ? 'quoted' : 'own');
  if (block.item) add('item');
  if (block.lines.length === 1) add('one-line');
  add('at', bin(index, [0, 1, 2, 4]));
  add('left', bin(around.sentences.length - 1 - index, [0, 1, 2, 4]));
  add('block', bin(around.blockIndex, [0, 1, 3, 8]));
  add('blocks-left', bin(around.blockCount - 1 - around.blockIndex, [0, 1, 3]));
  if (index > 0) return;
  if (block.answers === null) add('opens', 'free');
  else add('opens', block.after === null ? 'answer' : 'later');
}

function addNeighbour(add: AddFeature, side: string, other: Sentence | undefined): void {
  if (other === undefined) return;
  for (const cue of other.cues) add(side, cue.family);
  add(`${side}-words`, bin(wordCount(other), [3, 6, 10, 15, 25]));
  add(`${side}-last`, other.text.slice(-1));
}
