import type { CueHit } from './cues/match.ts';
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

/** Limits between which numbers count as one feature. */
const FAMILIES = [0, 1, 2, 3, 4, 6];
const WORDS = [2, 4, 6, 9, 12, 16, 20, 25, 30, 40, 60];
const IDENTIFIERS = [0, 1, 2, 4];
const DENSITY = [0, 0.1, 0.2, 0.35, 0.5];
const LETTERS = [0.5, 0.7, 0.8, 0.9, 0.95];
const SENTENCES = [0, 1, 2, 4];
const BLOCKS = [0, 1, 3, 8];
const BLOCKS_LEFT = [0, 1, 3];
const NEIGHBOUR_WORDS = [3, 6, 10, 15, 25];

/** Number of the first limit that a value does not exceed; that of all limits where it exceeds each. */
function bin(value: number, limits: readonly number[]): number {
  let index = 0;
  while (index < limits.length && value > (limits[index] ?? 0)) index++;
  return index;
}

/**
 * What shows that a sentence makes a point, as names of features; a name that the weights do not know counts nothing. No word
 * of the sentence is among them but the phrases of the cue families: what a discussion is about shall not decide.
 */
export function sentenceFeatures(sentence: Sentence, around: Surroundings, add: AddFeature): void {
  add('bias');
  add('last', sentence.text.charAt(sentence.text.length - 1));
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
  const { tokens, keys, text, cues } = sentence;
  const words = keys.length;
  let identifiers = 0;
  let urls = 0;
  for (const { kind } of tokens) {
    if (kind === 'identifier') identifiers++;
    if (kind === 'url') urls++;
  }
  const letters = lettersIn(text) / Math.max(1, text.length);
  add('families', bin(familiesIn(cues), FAMILIES));
  add('words', bin(words, WORDS));
  add('identifiers', bin(identifiers, IDENTIFIERS));
  if (words > 0) add('dense', bin(identifiers / words, DENSITY));
  add('letters', bin(letters, LETTERS));
  if (urls > 0) add('has', 'url');
  if (text.includes('"') || text.includes('“')) add('has', 'quote');
  const beginning = text.charAt(0);
  if (!isLetter(beginning)) add('begins', 'other');
  else if (beginning >= 'a') add('begins', 'lower');
  if (text.endsWith(';') || text.endsWith('{') || text.endsWith('}')) add('ends', 'code');
}

/** Whether a character is a letter of ASCII. */
function isLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/** How many families the cues of a sentence belong to: few enough to look through them. */
function familiesIn(cues: readonly CueHit[]): number {
  let count = 0;
  cues.forEach(({ family }, index) => {
    if (cues.findIndex((cue) => cue.family === family) === index) count++;
  });
  return count;
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
  add('at', bin(index, SENTENCES));
  add('left', bin(around.sentences.length - 1 - index, SENTENCES));
  add('block', bin(around.blockIndex, BLOCKS));
  add('blocks-left', bin(around.blockCount - 1 - around.blockIndex, BLOCKS_LEFT));
  if (index > 0) return;
  if (block.answers === null) add('opens', 'free');
  else add('opens', block.after === null ? 'answer' : 'later');
}

function addNeighbour(add: AddFeature, side: 'prev' | 'next', other: Sentence | undefined): void {
  if (other === undefined) return;
  for (const cue of other.cues) add(side, cue.family);
  add(side === 'prev' ? 'prev-words' : 'next-words', bin(other.keys.length, NEIGHBOUR_WORDS));
  add(side === 'prev' ? 'prev-last' : 'next-last', other.text.charAt(other.text.length - 1));
}
