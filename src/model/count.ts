/**
 * A number with its noun.
 *
 * @example count(1, 'line') → '1 line'; count(3, 'reply', 'replies') → '3 replies'
 */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
