import { blocksOf, placeAt } from '../extraction/blocks.ts';
import { CUE_FAMILIES } from '../extraction/cues/index.ts';
import { sentencesOf } from '../extraction/sentence.ts';
import { comparePlaces } from '../model/primitives.ts';
import type { GoldDocument } from './load.ts';

/** How often the cues of a family stand in own sentences, how often in a marked position, and how often in one of its stance. */
export interface CueRecord {
  readonly family: string;
  readonly stance: string | null;
  readonly sentences: number;
  readonly marked: number;
  readonly agreeing: number;
}

/** Measures every family of cues on annotated documents, sentence by sentence. */
export function measureCues(documents: readonly GoldDocument[]): CueRecord[] {
  const records = new Map(CUE_FAMILIES.map((family) => [family.id, { sentences: 0, marked: 0, agreeing: 0 }]));
  const stances = new Map(CUE_FAMILIES.map((family) => [family.id, family.stance]));
  for (const { messages, gold } of documents) {
    for (const block of messages.flatMap(blocksOf).filter((block) => block.depth === 0)) {
      for (const { range, cues } of sentencesOf(block)) {
        const start = placeAt(block, range.start);
        const end = placeAt(block, range.end - 1);
        const position = gold.find((one) => comparePlaces(start, one.end) <= 0 && comparePlaces(one.start, end) <= 0);
        for (const family of new Set(cues.map((cue) => cue.family))) {
          const record = records.get(family);
          if (record === undefined) continue;
          record.sentences++;
          if (position !== undefined) record.marked++;
          if (position !== undefined && position.stance === stances.get(family)) record.agreeing++;
        }
      }
    }
  }
  return CUE_FAMILIES.map(({ id, stance }) => ({
    family: id,
    stance,
    ...(records.get(id) ?? { sentences: 0, marked: 0, agreeing: 0 }),
  }));
}
