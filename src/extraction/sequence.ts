/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over the sentences of a paragraph, with three
 * labels: outside any position, beginning one, inside the one begun. Only sums of weights and their exponentials: the same
 * numbers on every machine that follows IEEE 754.
 */
export const LABELS = 3;
const OUT = 0;
const BEGIN = 1;
const INSIDE = 2;

/** Most sentences that make one point. */
export const LONGEST_RUN = 4;

/** Scores of the three labels for one sentence. */
export type Scores = readonly [outside: number, begin: number, inside: number];

/** A run of sentences: the first and the last, and how likely just this run is one position. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

/** The logarithm of a sum of exponentials, without leaving the range of numbers. */
function logSum(a: number, b: number, c: number): number {
  const top = Math.max(a, b, c);
  if (top === Number.NEGATIVE_INFINITY) return top;
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top) + Math.exp(c - top));
}

const NEVER = Number.NEGATIVE_INFINITY;
const NOTHING: Scores = [0, 0, 0];

export interface Lattice {
  readonly forward: readonly Scores[];
  readonly backward: readonly Scores[];
  readonly total: number;
}

/** Runs the forward-backward algorithm in logarithms; nothing goes on (`INSIDE`) that was not begun. */
export function latticeOf(scores: readonly Scores[]): Lattice {
  const forward: Scores[] = [];
  let before: Scores | undefined;
  for (const [outside, begin, inside] of scores) {
    if (before === undefined) before = [outside, begin, NEVER];
    else {
      const [out, begun, gone] = before;
      const any = logSum(out, begun, gone);
      before = [outside + any, begin + any, inside + logSum(NEVER, begun, gone)];
    }
    forward.push(before);
  }
  const backward: Scores[] = scores.map(() => NOTHING);
  for (let index = scores.length - 2; index >= 0; index--) {
    const [outside, begin, inside] = scores[index + 1] ?? NOTHING;
    const [out, begun, gone] = backward[index + 1] ?? NOTHING;
    const on = logSum(outside + out, begin + begun, inside + gone);
    backward[index] = [logSum(outside + out, begin + begun, NEVER), on, on];
  }
  return { forward, backward, total: before === undefined ? 0 : logSum(...before) };
}

/** Every run of at most `LONGEST_RUN` sentences with the probability that just this run is one position, by its first sentence. */
export function runsOf(scores: readonly Scores[]): Run[] {
  const { forward, backward, total } = latticeOf(scores);
  const runs: Run[] = [];
  for (let first = 0; first < scores.length; first++) {
    let inner = forward[first]?.[BEGIN] ?? NEVER;
    for (let last = first; last < scores.length && last - first < LONGEST_RUN; last++) {
      if (last > first) inner += scores[last]?.[INSIDE] ?? 0;
      // Behind a run, as behind what is outside any, nothing may go on.
      const ending = backward[last]?.[OUT] ?? 0;
      runs.push({ first, last, probability: Math.exp(inner + ending - total) });
    }
  }
  return runs;
}
