import { blocksOf, placeAt } from '../extraction/blocks.ts';
import { CUE_FAMILIES } from '../extraction/cues/index.ts';
import { type Sentence, sentencesOf } from '../extraction/sentence.ts';
import type { AttributedMessage } from '../model/message.ts';
import type { Span } from './document.ts';

/** A way to find positions that takes no thought, to hold the extractor against. */
export interface Baseline {
  readonly name: string;
  readonly keeps: (sentence: Sentence) => boolean;
}

const TAKING_SIDES = new Set(CUE_FAMILIES.filter((family) => family.stance !== null).map((family) => family.id));

export const BASELINES: readonly Baseline[] = [
  { name: 'every own sentence of 25 characters', keeps: (sentence) => sentence.text.length >= 25 },
  {
    name: 'own sentences with a cue',
    keeps: (sentence) => sentence.cues.some((cue) => TAKING_SIDES.has(cue.family)),
  },
];

/** What a baseline takes for positions. */
export function baselineSpans(messages: readonly AttributedMessage[], baseline: Baseline): Span[] {
  return messages.flatMap((message) =>
    blocksOf(message)
      .filter((block) => block.depth === 0)
      .flatMap((block) =>
        sentencesOf(block)
          .filter(baseline.keeps)
          .map(({ range }) => ({ start: placeAt(block, range.start), end: placeAt(block, range.end - 1) })),
      ),
  );
}
