import { LABELS, latticeOf, type Scores } from './sequence.ts';

/** Features of a sentence or run, and the class it belongs to. */
export interface Example {
  readonly features: readonly string[];
  readonly label: number;
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
}

export interface Settings {
  /** Fewest examples and fewest threads a feature must occur in: what only one discussion says teaches nothing. */
  readonly leastExamples: number;
  readonly leastThreads: number;
  /** Strength of the Gaussian prior (L2). */
  readonly prior: number;
  readonly rounds: number;
}

/** Weights of one kind of model: feature → one number for each class. */
export type Table = Map<string, number[]>;

const RATE = 0.1;

/** Chooses the features worth a weight, in the order of their names. */
export function chooseFeatures(
  examples: Iterable<{ features: readonly string[]; thread: string }>,
  settings: Settings,
): Map<string, number> {
  const counts = new Map<string, { examples: number; threads: Set<string> }>();
  for (const { features, thread } of examples) {
    for (const name of features) {
      const count = counts.get(name) ?? { examples: 0, threads: new Set() };
      count.examples++;
      count.threads.add(thread);
      counts.set(name, count);
    }
  }
  const chosen = [...counts]
    .filter(([, count]) => count.examples >= settings.leastExamples && count.threads.size >= settings.leastThreads)
    .map(([name]) => name)
    .sort();
  return new Map(chosen.map((name, index) => [name, index]));
}

/** Trains the conditional random field of `sequence.ts` on paragraphs of labelled sentences. */
export function learnSequence(
  paragraphs: readonly (readonly Example[])[],
  index: ReadonlyMap<string, number>,
  settings: Settings,
): Table {
  const data = paragraphs.map((examples) =>
    examples.map(({ features, label }) => ({ columns: columnsOf(features, index), label })),
  );
  return descend(index, LABELS, settings, (weights, gradient) => {
    for (const sentences of data) {
      const scores = sentences.map(({ columns }): Scores => {
        const [outside = 0, begin = 0, inside = 0] = sumsOf(columns, weights, LABELS);
        return [outside, begin, inside];
      });
      const { forward, backward, total } = latticeOf(scores);
      sentences.forEach(({ columns, label }, at) => {
        const expected = [0, 1, 2].map((each) =>
          Math.exp((forward[at]?.[each] ?? 0) + (backward[at]?.[each] ?? 0) - total),
        );
        addGradient(gradient, columns, expected, label);
      });
    }
  });
}

/** Trains a softmax regression (maximum entropy) on labelled runs. */
export function learnClasses(
  examples: readonly Example[],
  classes: number,
  index: ReadonlyMap<string, number>,
  settings: Settings,
): Table {
  const data = examples.map(({ features, label, weight = 1 }) => ({
    columns: columnsOf(features, index),
    label,
    weight,
  }));
  return descend(index, classes, settings, (weights, gradient) => {
    for (const { columns, label, weight } of data) {
      const sums = sumsOf(columns, weights, classes);
      const top = Math.max(...sums);
      const powers = sums.map((sum) => Math.exp(sum - top));
      const total = powers.reduce((sum, power) => sum + power, 0);
      addGradient(
        gradient,
        columns,
        powers.map((power) => power / total),
        label,
        weight,
      );
    }
  });
}

function columnsOf(features: readonly string[], index: ReadonlyMap<string, number>): number[] {
  return features.map((name) => index.get(name)).filter((column) => column !== undefined);
}

function sumsOf(columns: readonly number[], weights: Float64Array, classes: number): number[] {
  const sums = Array.from({ length: classes }, () => 0);
  for (const column of columns) {
    for (let each = 0; each < classes; each++) sums[each] = (sums[each] ?? 0) + (weights[column * classes + each] ?? 0);
  }
  return sums;
}

function addGradient(
  gradient: Float64Array,
  columns: readonly number[],
  expected: readonly number[],
  label: number,
  weight = 1,
): void {
  expected.forEach((probability, each) => {
    const difference = weight * (probability - (each === label ? 1 : 0));
    for (const column of columns) {
      const at = column * expected.length + each;
      gradient[at] = (gradient[at] ?? 0) + difference;
    }
  });
}

/** Gradient descent over all examples at once with Adam's step sizes (Kingma, Ba 2015): no chance in it, so the same data give the same numbers. */
function descend(
  index: ReadonlyMap<string, number>,
  classes: number,
  settings: Settings,
  addAll: (weights: Float64Array, gradient: Float64Array) => void,
): Table {
  const size = index.size * classes;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const variance = new Float64Array(size);
  for (let round = 1; round <= settings.rounds; round++) {
    const gradient = new Float64Array(size);
    addAll(weights, gradient);
    for (let at = 0; at < size; at++) {
      const slope = (gradient[at] ?? 0) + settings.prior * (weights[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      variance[at] = 0.999 * (variance[at] ?? 0) + 0.001 * slope * slope;
      const step = (mean[at] ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((variance[at] ?? 0) / (1 - 0.999 ** round));
      weights[at] = (weights[at] ?? 0) - (RATE * step) / (spread + 1e-8);
    }
  }
  const table: Table = new Map();
  for (const [name, column] of index)
    table.set(name, [...weights.slice(column * classes, (column + 1) * classes)].map(round3));
  return table;
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
