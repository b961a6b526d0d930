import type { Stance } from '../model/position.ts';
import type { AddFeature } from './feature-table.ts';
import type { Sentence } from './sentence.ts';
import { isProper } from './tokens.ts';
import { toneOf } from './tone.ts';
import type { Model } from './weights.ts';

/** Words at the beginning of a run within which a cue sets its course. */
const EARLY = 5;

/** The features of a run of sentences that make one point: cues, tone, the way of asking, and words. */
export function stanceFeatures(sentences: readonly Sentence[], add: AddFeature): void {
  add('bias');
  add('end', sentences.at(-1)?.text.slice(-1) ?? '');
  for (const sentence of sentences) {
    for (let at = 0; at < sentence.tokens.length; at++) add('w', gram(sentence, at));
    for (const cue of sentence.cues) {
      add('cue', cue.family);
      add('phrase', cue.name);
    }
  }
  const [first] = sentences;
  if (first !== undefined && first.tokens.length > 0) add('first', gram(first, 0));
  for (const cue of sentences[0]?.cues ?? []) if (cue.from < EARLY) add('early', cue.family);
  const kind = questionKind(sentences.at(-1));
  if (kind !== null) add('question', kind);
  const { pro, con } = toneOf(sentences);
  add('pro', Math.min(pro, MOST));
  add('con', Math.min(con, MOST));
  add('tone', Math.max(-MOST, Math.min(MOST, pro - con)));
}

/** A token as a word that may get a weight; proper names are masked, so that no weight can hang on a person. */
function gram(sentence: Sentence, at: number): string {
  return isProper(sentence, at) ? 'Name' : (sentence.tokens[at]?.text ?? '');
}

/** How a run asks, if it ends in a question mark: with a negation, by a tag, for a thing, or for yes or no. */
function questionKind(sentence: Sentence | undefined): 'negated' | 'tag' | 'thing' | 'yes-no' | null {
  if (sentence === undefined || !QUESTION.test(sentence.text)) return null;
  const words = sentence.tokens.map((token) => token.text);
  if (/^(?:right|no|or|correct|ok|yes|huh)$/.test(words.at(-2) ?? '')) return 'tag';
  const inversion = words.findIndex((word) => AUXILIARIES.has(word));
  if (inversion !== -1 && words[inversion + 1] === 'not') return 'negated';
  return words.some((word) => ASKING.has(word)) ? 'thing' : 'yes-no';
}

const QUESTION = /\?["')\]]*(?:\s+[:;]-?[)(])?$/;
const AUXILIARIES = new Set('is are was were do does did can could would should will has have'.split(' '));
const ASKING = new Set('what which who where when how why'.split(' '));

/** Cues of one tone beyond which more say nothing new. */
const MOST = 3;

/** The stance that the words show most, and how probable it is (a softmax over the sums of the weights). */
export function stanceOf(sentences: readonly Sentence[], model: Model): { stance: Stance; probability: number } {
  const sums = new Float64Array(model.stances.length);
  model.addStance((add) => stanceFeatures(sentences, add), sums);
  const top = Math.max(...sums);
  const best = sums.indexOf(top);
  const total = sums.reduce((sum, value) => sum + Math.exp(value - top), 0);
  return { stance: model.stances[best] ?? 'reports', probability: 1 / total };
}
