import type { Stance } from '../model/position.ts';
import { featuresOf, type Surroundings } from './features.ts';
import type { Sentence } from './sentence.ts';
import type { Model } from './weights.ts';

/** Features of a sentence that say something about its stance; of the first sentence also those of what comes before. */
const TELLING = /^(?:bias$|w2?:|cue:|phrase:|has:|families:|words:|quoted$|own$|item$|opens:)/;
const TELLING_FIRST = /^(?:first:|start:|prev)/;

/** The features of a run of sentences that make one point. */
export function stanceFeatures(sentences: readonly Sentence[], around: Surroundings): string[] {
  const names = new Set<string>([`sentences:${sentences.length}`]);
  sentences.forEach((sentence, index) => {
    for (const name of featuresOf(sentence, around)) {
      if (TELLING.test(name) || (index === 0 && TELLING_FIRST.test(name))) names.add(name);
    }
    if (index === sentences.length - 1) names.add(`end:${sentence.text.slice(-1)}`);
  });
  return [...names];
}

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
