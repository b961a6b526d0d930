import { normaliseId } from '../model/typed-id.ts';

/** An id as it stands in some text. */
export interface Mention {
  /** In its one form: capitals, no letter that could be a digit. */
  readonly id: string;
  /** As it was typed, version included. */
  readonly typed: string;
  /** The version that was cited, where one was. */
  readonly version: number | null;
  readonly line: number;
  /** 1-based, in UTF-16 units, as editors and annotations count. */
  readonly column: number;
  /** Whether it can be nothing but an id: in capitals, or with a digit in its code. Hyphenated words look like the rest. */
  readonly certain: boolean;
}

/**
 * What is looked for, published so that other tools can do the same: an id in any case, then the version in the forms that
 * citations use (`/v/2/`, `-v2`, `v2`, `, version 2`).
 */
export const MENTION =
  /(?<![0-9A-Za-z])(PREC-([0-9A-Z]{5})(?:-[PF]\d{1,6}(?:-A\d{1,6})?)?)(?![0-9A-Za-z])(?:(?:\/v\/|-v|,? v(?:ersion )?)(\d{1,6})(?![0-9A-Za-z]))?/gi;

/**
 * Finds the ids in a text, in order.
 *
 * @example mentionsIn('see prec-7f3q2-p3/v/2/') → [{ id: 'PREC-7F3Q2-P3', version: 2, line: 1, column: 5, … }]
 */
export function mentionsIn(text: string): Mention[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) =>
    [...line.matchAll(MENTION)].flatMap((found): Mention[] => {
      const [typed, name = '', code = '', version] = found;
      const id = normaliseId(name);
      if (id === null) return [];
      return [
        {
          id,
          typed,
          version: version === undefined ? null : Number(version),
          line: index + 1,
          column: found.index + 1,
          certain: name.startsWith('PREC-') || /\d/.test(code),
        },
      ];
    }),
  );
}
