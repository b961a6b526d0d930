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

/** Whether one label may follow another: nothing goes on that was not begun. */
function allowed(from: number, to: number): boolean {
  return to !== INSIDE || from !== OUT;
}

function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}

export interface Lattice {
  readonly forward: readonly (readonly number[])[];
  readonly backward: readonly (readonly number[])[];
  readonly total: number;
}

/** Runs the forward-backward algorithm in logarithms. */
export function latticeOf(scores: readonly Scores[]): Lattice {
  const forward: number[][] = [];
  for (const [index, score] of scores.entries()) {
    const before = forward[index - 1];
    forward.push(
      score.map((own, to) => {
        if (before === undefined) return to === INSIDE ? Number.NEGATIVE_INFINITY : own;
        return own + logSum(before.map((value, from) => (allowed(from, to) ? value : Number.NEGATIVE_INFINITY)));
      }),
    );
  }
  const backward: number[][] = scores.map(() => [0, 0, 0]);
  for (let index = scores.length - 2; index >= 0; index--) {
    const next = scores[index + 1];
    const after = backward[index + 1];
    if (next === undefined || after === undefined) continue;
    backward[index] = [OUT, BEGIN, INSIDE].map((from) =>
      logSum(next.map((own, to) => (allowed(from, to) ? own + (after[to] ?? 0) : Number.NEGATIVE_INFINITY))),
    );
  }
  return { forward, backward, total: logSum(forward.at(-1) ?? [0]) };
}

/** Every run of at most `LONGEST_RUN` sentences with the probability that just this run is one position. */
export function runsOf(scores: readonly Scores[]): Run[] {
  const { forward, backward, total } = latticeOf(scores);
  const runs: Run[] = [];
  for (let first = 0; first < scores.length; first++) {
    let inner = forward[first]?.[BEGIN] ?? Number.NEGATIVE_INFINITY;
    for (let last = first; last < scores.length && last - first < LONGEST_RUN; last++) {
      if (last > first) inner += scores[last]?.[INSIDE] ?? 0;
      runs.push({ first, last, probability: Math.exp(inner + ending(scores, backward, last) - total) });
    }
  }
  return runs;
}

/** Weight of all ways on from a run that ends here: the next sentence, if any, is not inside. */
function ending(scores: readonly Scores[], backward: readonly (readonly number[])[], last: number): number {
  const next = scores[last + 1];
  const after = backward[last + 1];
  if (next === undefined || after === undefined) return 0;
  return logSum([OUT, BEGIN].map((to) => (next[to] ?? 0) + (after[to] ?? 0)));
}
