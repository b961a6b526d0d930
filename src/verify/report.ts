import { count } from '../model/count.ts';
import { type Finding, formatFinding } from '../model/problem.ts';
import { printable } from '../records/printable.ts';

/** What the gate found, apart from how it is printed. */
export interface Report {
  readonly checks: readonly {
    readonly counts: string;
    /** How many of them were looked at. */
    readonly promise: string;
    readonly checked: number;
    readonly findings: number;
  }[];
  /** In the order of the checks, and there in the order of the files. */
  readonly findings: readonly Finding[];
}

/**
 * Prints a report: one line for each check with how many things it looked at, then the findings.
 *
 * @example '142 quotations: each found exactly once in its source'
 */
export function summariseReport({ checks, findings }: Report): string {
  const lines = checks.map(({ counts, promise, checked, findings: wrong }) => {
    const verdict = wrong === 0 ? promise : `${count(wrong, 'finding')}, so not ${promise}`;
    return `${checked} ${counts} checked: ${verdict}`;
  });
  return [...lines, ...findings.map((one) => printable(formatFinding(one))), ''].join('\n');
}
