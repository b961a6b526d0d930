import type { Finding } from '../model/problem.ts';
import type { Knowledge } from '../records/knowledge.ts';

/** What one check found, and how many things it looked at: a check that looked at nothing has proved nothing. */
export interface Outcome {
  readonly checked: number;
  readonly findings: readonly Finding[];
}

/** One small check: what it counts, what it says when all is well, and how it is done. */
export interface Check {
  /** The thing counted, one and many, such as `quotation` and `quotations`. */
  readonly counts: readonly [one: string, many: string];
  /** What holds of each where nothing is found, such as `found exactly once`. */
  readonly promise: string;
  readonly run: (knowledge: Knowledge) => Outcome;
}
