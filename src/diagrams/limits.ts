import { type Finding, PrecedentError, type Where } from '../model/problem.ts';

/** Limits of a diagram that a person can read and the layout can draw in a moment. */
const MAX_TEXT = 100_000;
export const MAX_LINES = 2_000;
export const MAX_LINE = 2_000;
export const MAX_NODES = 200;
export const MAX_EDGES = 400;

/** Refuses a text that is too large to be read in a moment; throws a PrecedentError `diagram-too-large`. */
export function checkSize(text: string, where: Where): void {
  const lines = text.split('\n');
  const large = text.length > MAX_TEXT || lines.length > MAX_LINES;
  if (large || lines.some((line) => line.length > MAX_LINE || isTrap(line))) throw tooLarge(where);
}

/**
 * Mermaid looks for `style…:…#…;` in every line with a pattern that tries each combination of the four; a line made of them
 * would keep it busy for minutes.
 */
function isTrap(line: string): boolean {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  return count(/style|classDef/g) * count(/:/g) * count(/#/g) * line.length > 20_000_000;
}

/** The error of a diagram beyond the limits. */
export function tooLarge(where: Where): PrecedentError {
  const limits = `${MAX_LINES} lines of ${MAX_LINE} characters, ${MAX_TEXT} in all, ${MAX_NODES} nodes, ${MAX_EDGES} edges`;
  return problem('diagram-too-large', `the flowchart is larger than ${limits}`, where, 'split it into smaller ones');
}

/** An error about a diagram. */
export function problem(code: string, what: string, where: Where, mend: string, cause?: unknown): PrecedentError {
  const finding: Finding = { code, what, where, mend };
  return new PrecedentError(finding, cause === undefined ? {} : { cause });
}
