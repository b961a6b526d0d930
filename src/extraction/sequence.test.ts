import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickRuns } from './pick.ts';
import { LONGEST_RUN, latticeOf, runsOf, type Scores } from './sequence.ts';

const score = fc.double({ min: -4, max: 4, noNaN: true });
const paragraph = fc.array(fc.tuple(score, score, score), { minLength: 1, maxLength: 6 });

/** Every labelling of so many sentences in which nothing goes on that was not begun. */
function labellings(length: number): number[][] {
  if (length === 0) return [[]];
  return labellings(length - 1).flatMap((labels) => {
    const last = labels.at(-1) ?? 0;
    return (last === 0 ? [0, 1] : [0, 1, 2]).map((label) => [...labels, label]);
  });
}

function weight(scores: readonly Scores[], labels: readonly number[]): number {
  return Math.exp(labels.reduce((sum, label, at) => sum + (scores[at]?.[label] ?? 0), 0));
}

describe('runs of sentences', () => {
  it('have the probability that adding up all labellings gives', () => {
    fc.assert(
      fc.property(paragraph, (scores) => {
        const all = labellings(scores.length);
        const total = all.reduce((sum, labels) => sum + weight(scores, labels), 0);
        expect(latticeOf(scores).total).toBeCloseTo(Math.log(total), 8);
        for (const run of runsOf(scores)) {
          const sum = all
            .filter(
              (labels) =>
                labels[run.first] === 1 &&
                labels.slice(run.first + 1, run.last + 1).every((label) => label === 2) &&
                labels[run.last + 1] !== 2,
            )
            .reduce((total, labels) => total + weight(scores, labels), 0);
          expect(run.probability).toBeCloseTo(sum / total, 8);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('that are picked do not overlap, stand in order and are no longer than allowed', () => {
    fc.assert(
      fc.property(paragraph, (scores) => {
        let behind = -1;
        for (const run of pickRuns(
          scores,
          scores.map(() => 10),
          0.4,
        )) {
          expect(run.first).toBeGreaterThan(behind);
          expect(run.last).toBeGreaterThanOrEqual(run.first);
          expect(run.last - run.first).toBeLessThan(LONGEST_RUN);
          expect(run.probability).toBeGreaterThan(0.3);
          behind = run.last;
        }
      }),
    );
  });

  it('are picked where the scores are clear', () => {
    const scores: Scores[] = [
      [5, 0, 0],
      [0, 5, 0],
      [0, 0, 5],
      [5, 0, 0],
    ];
    expect(pickRuns(scores, [9, 9, 9, 9], 0.4).map(({ first, last }) => [first, last])).toEqual([[1, 2]]);
  });

  it('of nothing are none', () => {
    expect(pickRuns([], [], 0.4)).toEqual([]);
  });
});
