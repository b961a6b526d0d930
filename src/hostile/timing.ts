/** Sizes at which an attack is made, in characters; `PRECEDENT_HOSTILE=full` goes up to a megabyte. */
export const SIZES: readonly [number, number, number] =
  process.env.PRECEDENT_HOSTILE === 'full' ? [2 ** 16, 2 ** 18, 2 ** 20] : [2 ** 12, 2 ** 14, 2 ** 16];

/** Processor milliseconds below which nothing is told apart from what else the process does. */
const FLOOR = 12;
/** Steps between two sizes are fourfold: linear work grows 4 times, quadratic work 16 times. */
const MOST = 9;

/** Processor time of a piece of work, in milliseconds: other programs on the machine do not count. */
export function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Tells whether work grows faster than its input: the growth from each size to the next, or null where it stays in proportion.
 * Doubtful work is done again, since compiling and tidying of memory fall on it by chance.
 */
export function growsTooFast(work: (size: number) => void): string | null {
  let verdict = '';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const times: number[] = [];
    for (const size of SIZES) {
      const before = times.at(-1);
      times.push(
        Math.max(
          FLOOR,
          costOf(() => work(size)),
        ),
      );
      // What has grown too fast already would take very long at the next size.
      if ((times.at(-1) ?? 0) / (before ?? Number.POSITIVE_INFINITY) > MOST) break;
    }
    const steps = times.slice(1).map((time, index) => time / (times[index] ?? time));
    if (steps.every((step) => step <= MOST)) return null;
    verdict = `${times.map((time) => `${Math.round(time)} ms`).join(', ')} at ${SIZES.join(', ')} characters`;
  }
  return verdict;
}
