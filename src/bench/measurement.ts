/** One number of a measurement. */
export interface Figure {
  readonly label: string;
  /** Null where it could not be taken; then `note` says why. */
  readonly value: number | null;
  /** Such as `MB/s`; a ratio has the unit `×`. */
  readonly unit: string;
  readonly budget?: { readonly most: number } | { readonly least: number };
  readonly note?: string;
}

/** Where and how a measurement runs. */
export interface Bench {
  /** Smaller corpora and fewer rounds. */
  readonly quick: boolean;
  /** A folder for generated corpora, kept from one run to the next. */
  readonly workshop: string;
  /** The built site whose pages are weighed. */
  readonly dist: string;
}

/** One thing that is measured. */
export interface Measurement {
  readonly name: string;
  /** One sentence for `--help` and the table. */
  readonly what: string;
  /** Too long for a run of everything: measured where `--only` names it. */
  readonly onlyByName?: true;
  readonly run: (bench: Bench) => Promise<readonly Figure[]>;
}

/** Whether a figure keeps its budget; null where it has none or was not taken. */
export function keepsBudget({ value, budget }: Figure): boolean | null {
  if (budget === undefined || value === null) return null;
  return 'most' in budget ? value <= budget.most : value >= budget.least;
}

/** A figure that could not be taken, with the reason. */
export function skipped(label: string, why: string): Figure {
  return { label, value: null, unit: '', note: `skipped: ${why}` };
}

/** The middle one, or the mean of the two in the middle; of nothing it is NaN. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share of the values lies, between neighbours in proportion. @example percentile([1, 3], 0.5) → 2 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/**
 * The power of the size with which time grows, by least squares on the logarithms: 1 is linear, 2 quadratic.
 *
 * @example growthExponent([[100, 1], [200, 2], [400, 4]]) → 1
 */
export function growthExponent(points: readonly (readonly [size: number, seconds: number])[]): number {
  const logs = points.map(([size, seconds]): [number, number] => [Math.log(size), Math.log(seconds)]);
  const mean = (index: 0 | 1): number => logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
