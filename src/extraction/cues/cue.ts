import type { Stance } from '../../model/position.ts';

/**
 * A family of cues: turns of phrase that show one act, as data.
 *
 * A phrase is written in the tokens of `tokens.ts` (lower case, contractions undone, so `don't` is `do not`): words apart
 * by a blank, `a|b` for either, `word?` for one that may be missing, `~` for up to three words of any kind, and `^` in front
 * for the beginning of a sentence, a first interjection or conjunction aside. Matching takes time linear in the sentence.
 */
export interface CueFamily {
  readonly id: string;
  /** What the phrases of this family show, in one line. */
  readonly shows: string;
  /** The stance they speak for on their own, if any. */
  readonly stance: Stance | null;
  readonly phrases: readonly string[];
}
