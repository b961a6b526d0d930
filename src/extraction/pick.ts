import { LONGEST_RUN, type Run, runsOf, type Scores } from './sequence.ts';

/** What the very sentences are worth beside those that would pass for them: enough to decide between two that would match. */
const EXACTNESS = 0.1;

interface Candidate extends Run {
  /** What picking it promises. */
  readonly worth: number;
}

/**
 * Picks the runs that do not overlap and promise the most: each is worth the probability that a position is there which it
 * would match (sharing more than half of the words, as the evaluation counts it), less `price`. The probability of a run
 * picked is that one.
 */
export function pickRuns(scores: readonly Scores[], lengths: readonly number[], price: number): Run[] {
  const ending = candidatesByEnd(scores, lengths, price);
  /** The most that the sentences before each one promise, and the last run picked for it. */
  const best: { worth: number; run: Candidate | null }[] = [{ worth: 0, run: null }];
  for (const candidates of ending) {
    let choice: { worth: number; run: Candidate | null } = { worth: best.at(-1)?.worth ?? 0, run: null };
    for (const run of candidates) {
      const worth = (best[run.first]?.worth ?? 0) + run.worth;
      if (worth > choice.worth) choice = { worth, run };
    }
    best.push(choice);
  }
  const picked: Run[] = [];
  for (let at = scores.length; at > 0; ) {
    const run = best[at]?.run ?? null;
    if (run !== null) picked.unshift({ first: run.first, last: run.last, probability: run.probability });
    at = run === null ? at - 1 : run.first;
  }
  return picked;
}

function candidatesByEnd(scores: readonly Scores[], lengths: readonly number[], price: number): Candidate[][] {
  const runs = runsOf(scores);
  const sums = [0];
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length);
  const ending: Candidate[][] = scores.map(() => []);
  for (const run of runs) {
    const probability = matchProbability(run, runs, sums);
    const worth = probability - price + EXACTNESS * run.probability;
    ending[run.last]?.push({ first: run.first, last: run.last, probability, worth });
  }
  return ending;
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
