/** Draws per interval: enough for two digits. */
const DRAWS = 2000;
const SEED = 0x5eed;

/** A small generator of evenly spread numbers (mulberry32): the same seed, the same numbers. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The 95 % interval of a figure over threads (percentile bootstrap, Efron 1979): threads, not positions, are drawn with
 * replacement, because positions of one thread resemble each other.
 */
export function intervalOver<Thread>(
  threads: readonly Thread[],
  figure: (drawn: readonly Thread[]) => number,
): [low: number, high: number] {
  const next = numbersFrom(SEED);
  const figures = Array.from({ length: DRAWS }, () =>
    figure(
      Array.from({ length: threads.length }, () => threads[Math.floor(next() * threads.length)]).filter(
        (one) => one !== undefined,
      ),
    ),
  ).sort((a, b) => a - b);
  return [figures[Math.floor(DRAWS * 0.025)] ?? 0, figures[Math.ceil(DRAWS * 0.975) - 1] ?? 0];
}
