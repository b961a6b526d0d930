/**
 * A name by which ids sort as people count: P2 before P10.
 *
 * @example sortKey('PREC-7F3Q2-P3') → 'PREC-7F3Q2-P000003'
 */
export function sortKey(id: string): string {
  return id.replace(/\d+$/, (digits, at: number) => (at > 'PREC-7F3Q2'.length ? digits.padStart(6, '0') : digits));
}
