import { LONGEST_RUN, type Run, runsOf, type Scores } from './sequence.ts';

/** What the very sentences are worth beside those that would pass for them: enough to decide between two that would match. */
const EXACTNESS = 0.1;

/**
 * Picks the runs that do not overlap and promise the most: each is worth the probability that a position is there which it
 * would match (sharing more than half of the words, as the evaluation counts it), less `price`. The probability of a run
 * picked is that one.
 */
export function pickRuns(scores: readonly Scores[], lengths: readonly number[], price: number): Run[] {
  const runs = runsOf(scores);
  const sums = [0];
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length);
  /** For each number of sentences, the most that they promise, and the run that they end with; null where the last is left out. */
  const most = [0, ...scores.map(() => Number.NEGATIVE_INFINITY)];
  const picked: (Run | null)[] = [null, ...scores.map(() => null)];
  for (let first = 0, at = 0; first <= scores.length; first++) {
    const before = most[first - 1] ?? 0;
    if ((most[first] ?? 0) <= before) {
      most[first] = before;
      picked[first] = null;
    }
    for (let run = runs[at]; run?.first === first; run = runs[++at]) {
      const probability = matchProbability(run, runs, sums);
      const worth = (most[first] ?? 0) + (probability - price + EXACTNESS * run.probability);
      if (worth <= (most[run.last + 1] ?? 0)) continue;
      most[run.last + 1] = worth;
      picked[run.last + 1] = { first, last: run.last, probability };
    }
  }
  return runsBack(picked);
}

/** The runs picked, from the last back to the first, in the order in which they stand. */
function runsBack(picked: readonly (Run | null)[]): Run[] {
  const chosen: Run[] = [];
  for (let at = picked.length - 1; at > 0; ) {
    const run = picked[at] ?? null;
    if (run !== null) chosen.push(run);
    at = run === null ? at - 1 : run.first;
  }
  return chosen.reverse();
}

function matchProbability(run: Run, runs: readonly Run[], sums: readonly number[]): number {
  let probability = 0;
  const end = Math.min(runs.length, (run.last + 1) * LONGEST_RUN);
  for (let near = Math.max(0, (run.first - LONGEST_RUN) * LONGEST_RUN); near < end; near++) {
    const other = runs[near];
    // Just half would let both halves of a run count on it.
    if (other !== undefined && overlap(run, other, sums) > 0.5) probability += other.probability;
  }
  return Math.min(probability, 1);
}

/** Words shared by two runs, as a part of the words in either. */
function overlap(a: Run, b: Run, sums: readonly number[]): number {
  const from = Math.max(a.first, b.first);
  const shared = words(from, Math.max(from, Math.min(a.last, b.last) + 1), sums);
  if (shared === 0) return 0;
  const all = words(a.first, a.last + 1, sums) + words(b.first, b.last + 1, sums) - shared;
  return shared / all;
}

function words(from: number, to: number, sums: readonly number[]): number {
  return Math.max(0, (sums[to] ?? 0) - (sums[from] ?? 0));
}
