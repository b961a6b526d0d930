import type { FoundPosition, Occurrence } from '../model/position.ts';
import { placeAt } from './blocks.ts';
import type { ReadBlock } from './read.ts';

/** A block as far as this asks: one that the rules read, or one that a model was asked about. */
type Read = Pick<ReadBlock, 'block' | 'message' | 'repeats'> & {
  readonly sentences: readonly Pick<ReadBlock['sentences'][number], 'range'>[];
};

/**
 * Finds where the words of positions stand again: quoted in an answer, whole or cut short, or sent a second time. Sentences of
 * one position that stand together are one occurrence.
 *
 * @param positionOf The position that a sentence belongs to, by the sentence's number, or -1.
 * @returns index of the position → its other occurrences, in the order of the archive.
 */
export function occurrencesOf(
  blocks: readonly Read[],
  positionOf: (sentence: number) => number,
): Map<number, Occurrence[]> {
  const found = new Map<number, Occurrence[]>();
  for (const read of blocks) {
    const repeated = (at: number): number => {
      const repeat = read.repeats[at] ?? null;
      return repeat === null ? -1 : positionOf(repeat);
    };
    for (let first = 0; first < read.repeats.length; ) {
      const position = repeated(first);
      let last = first;
      while (last + 1 < read.repeats.length && repeated(last + 1) === position) last++;
      if (position !== -1) {
        const list = found.get(position) ?? [];
        found.set(position, list);
        list.push(occurrence(read, first, last));
      }
      first = last + 1;
    }
  }
  return found;
}

function occurrence({ block, message, sentences }: Read, first: number, last: number): Occurrence {
  return {
    message: message.id,
    start: placeAt(block, sentences[first]?.range.start ?? 0),
    end: placeAt(block, (sentences[last]?.range.end ?? 1) - 1),
    ...(block.part === undefined ? {} : { part: block.part }),
    quotedBy: block.depth > 0 ? (message.from?.name ?? null) : null,
  };
}

/** A position with the other places of its words, where there are any. */
export function withOccurrences(
  position: FoundPosition,
  occurrences: readonly Occurrence[] | undefined,
): FoundPosition {
  return occurrences === undefined ? position : { ...position, occurrences };
}
