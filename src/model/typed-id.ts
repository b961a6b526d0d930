/** The id of a decision or of one of its parts; the schemas of `id.ts` use the same pattern. */
export const ANY_ID = /^PREC-[0-9A-HJKMNP-TV-Z]{5}(?:-[PF]\d+(?:-A\d+)?)?$/;

/**
 * Reads an id as people type it: any case, the letters that Crockford's alphabet folds (I and L for 1, O for 0), and noughts
 * before a number.
 * Returns null for anything that is not an id. Stands apart from the schemas so that a page can load it alone.
 *
 * @example normaliseId('prec-7f3q2 p03') → 'PREC-7F3Q2-P3'
 */
export function normaliseId(typed: string): string | null {
  const parts = typed
    .trim()
    .toUpperCase()
    .split(/[\s-]+/);
  const [prefix, code, ...rest] = parts;
  if (prefix !== 'PREC' || code === undefined) return null;
  const parsed = rest.map((part) => part.replace(/^([PFA])0+(?=\d)/, '$1'));
  const id = ['PREC', code.replace(/[IL]/g, '1').replace(/O/g, '0'), ...parsed].join('-');
  return ANY_ID.test(id) ? id : null;
}
