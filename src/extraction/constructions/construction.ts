import type { Stance } from '../../model/position.ts';
import type { CueHit } from '../cues/match.ts';
import type { Sentence } from '../sentence.ts';

/**
 * A turn of phrase that settles a stance by its grammar, whatever the matter is: "I don't think X is a good idea" opposes X,
 * however warmly the words it denies speak for it. Where one is found, no weight is asked.
 *
 * Phrases are written as those of a cue family (`cues/cue.ts`).
 */
export interface Construction {
  readonly id: string;
  /** What it is, with an example. */
  readonly shows: string;
  readonly phrases: readonly string[];
  /** The stance of a sentence that holds a phrase of it, or null where the rest of the sentence leaves it open. */
  readonly decide: (sentence: Sentence, hit: CueHit) => Stance | null;
}
