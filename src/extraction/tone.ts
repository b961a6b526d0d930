import { CUE_FAMILIES } from './cues/index.ts';
import { negated } from './negation.ts';
import type { Sentence } from './sentence.ts';

const FOR = new Set(CUE_FAMILIES.filter((family) => family.stance === 'supports').map((family) => family.id));
const AGAINST = new Set(CUE_FAMILIES.filter((family) => family.stance === 'opposes').map((family) => family.id));

/** How many cues of a run speak for something and how many against; a negation turns a cue round. */
export interface Tone {
  readonly pro: number;
  readonly con: number;
}

/** Weighs the cues of a run of sentences. */
export function toneOf(sentences: readonly Sentence[]): Tone {
  let pro = 0;
  let con = 0;
  for (const sentence of sentences) {
    for (const cue of sentence.cues) {
      const turned = negated(sentence.tokens, cue.from);
      if (FOR.has(cue.family)) turned ? con++ : pro++;
      if (AGAINST.has(cue.family)) turned ? pro++ : con++;
    }
  }
  return { pro, con };
}
