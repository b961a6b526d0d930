/** Where something is wrong: a path relative to the project, and a line where one is known. */
export interface Where {
  readonly file: string;
  readonly line?: number;
  /** The id concerned, such as `PREC-7F3Q2-P3`. */
  readonly id?: string;
}

/** A finding of a command: a code of the catalogue, what is wrong, where, and how to mend it. */
export interface Finding {
  readonly code: string;
  readonly what: string;
  readonly where: Where;
  readonly mend: string;
}

/**
 * Prints a finding on one line: `code: what, where (file:line), how to mend`.
 *
 * @example
 * formatFinding({ code: 'quote-changed', what: 'the quotation is not in its source',
 *   where: { file: 'content/decisions/PREC-7F3Q2-x.mdx', line: 31, id: 'PREC-7F3Q2-P3' }, mend: 'run npm run extract' })
 * → 'quote-changed: PREC-7F3Q2-P3: the quotation is not in its source (content/decisions/PREC-7F3Q2-x.mdx:31). Mend: run npm run extract'
 */
export function formatFinding({ code, what, where, mend }: Finding): string {
  const place = where.line === undefined ? where.file : `${where.file}:${where.line}`;
  const id = where.id === undefined ? '' : `${where.id}: `;
  return `${code}: ${id}${what} (${place}). Mend: ${mend}`;
}

/** An error that a command reports by its finding and that never shows a stack to the user. */
export class PrecedentError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding, options?: ErrorOptions) {
    super(formatFinding(finding), options);
    this.name = 'PrecedentError';
    this.finding = finding;
  }
}
