import type { Stance } from '../model/position.ts';
import { featuresOf, type Surroundings } from './features.ts';
import type { Sentence } from './sentence.ts';
import { toneOf } from './tone.ts';
import type { Model } from './weights.ts';

/** Features of a sentence that say something about its stance; of the first sentence also how it begins. */
const TELLING = /^(?:bias$|w2?:|cue:|phrase:)/;
const TELLING_FIRST = /^(?:first:|start:)/;
/** Words at the beginning of a run within which a cue sets its course. */
const EARLY = 5;

/** The features of a run of sentences that make one point. */
export function stanceFeatures(sentences: readonly Sentence[], around: Surroundings): string[] {
  const names = new Set<string>();
  for (const [index, sentence] of sentences.entries()) {
    for (const name of featuresOf(sentence, around)) {
      if (TELLING.test(name) || (index === 0 && TELLING_FIRST.test(name))) names.add(name);
    }
  }
  for (const cue of sentences[0]?.cues ?? []) if (cue.from < EARLY) names.add(`early:${cue.family}`);
  names.add(`end:${sentences.at(-1)?.text.slice(-1) ?? ''}`);
  const { pro, con } = toneOf(sentences);
  names.add(`pro:${Math.min(pro, MOST)}`);
  names.add(`con:${Math.min(con, MOST)}`);
  names.add(`tone:${Math.max(-MOST, Math.min(MOST, pro - con))}`);
  return [...names];
}

/** Cues of one tone beyond which more say nothing new. */
const MOST = 3;

/** The stance that the words show most, and how probable it is (a softmax over the sums of the weights). */
export function stanceOf(
  sentences: readonly Sentence[],
  around: Surroundings,
  model: Model,
): { stance: Stance; probability: number } {
  const sums = model.stances.map(() => 0);
  for (const name of stanceFeatures(sentences, around)) {
    model.stance.get(name)?.forEach((weight, index) => {
      sums[index] = (sums[index] ?? 0) + weight;
    });
  }
  const top = Math.max(...sums);
  const best = sums.indexOf(top);
  const total = sums.reduce((sum, value) => sum + Math.exp(value - top), 0);
  return { stance: model.stances[best] ?? 'reports', probability: 1 / total };
}
