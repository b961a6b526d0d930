/**
 * Remembers a value under a key, and forgets the one remembered longest ago where there are more than `most`. Returns the value.
 *
 * @example remember(new Map([['a', 1]]), 'b', 2, 1) → 2, and of the map `b` alone is left
 */
export function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value, most: number): Value {
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return value;
}
