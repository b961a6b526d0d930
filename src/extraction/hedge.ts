import type { Hedge } from '../model/position.ts';
import type { Sentence } from './sentence.ts';

const LEVELS: readonly Hedge[] = ['none', 'low', 'medium', 'high'];

/** How much the speaker takes back: one hedge is low, two are medium, more are high. Overlapping cues count once. */
export function hedgeOf(sentences: readonly Sentence[]): Hedge {
  let count = 0;
  for (const { cues } of sentences) {
    let end = 0;
    for (const cue of cues) {
      if (cue.family !== 'hedge' || cue.from < end) continue;
      count++;
      end = cue.to;
    }
  }
  return LEVELS[Math.min(count, LEVELS.length - 1)] ?? 'high';
}
