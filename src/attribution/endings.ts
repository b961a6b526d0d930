/** Letters at the end of a line that its ending is made of. */
const LETTERS = 12;
/** Endings are smaller than this, so that a table of them stays small. */
const MOST = 1 << 14;

/**
 * A number for the end of a line, quickly told: the same for all lines of the same words, and seldom for others. It is made of
 * letters and signs in ASCII alone, marks left out, so that blanks of any kind make no difference.
 */
export function endingOf(line: string): number {
  let ending = 0;
  for (let at = line.length - 1, left = LETTERS; at >= 0 && left > 0; at -= 1) {
    const code = line.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f || code === 0x3e) continue;
    ending = (ending * 31 + code) % MOST;
    left -= 1;
  }
  return ending;
}

const NONE: readonly number[] = [];

/** Lines that wait, sorted by their endings alone, until somebody asks for one that ends like them. */
export class Endings {
  /** The last line of each ending, and before each line the one that ended so before it, or -1. */
  private readonly last = new Map<number, number>();
  private readonly before: number[] = [];

  /** Adds the next line. */
  add(ending: number): void {
    this.before.push(this.last.get(ending) ?? -1);
    this.last.set(ending, this.before.length - 1);
  }

  /** Tells whether any line ends so, taken or not. */
  has(ending: number): boolean {
    return this.last.has(ending);
  }

  /** Takes the lines that end so out of those that wait: their numbers in the order in which they were added, from 0. */
  take(ending: number): readonly number[] {
    const last = this.last.get(ending) ?? -1;
    if (last === -1) return NONE;
    this.last.set(ending, -1);
    const taken: number[] = [];
    for (let line = last; line !== -1; line = this.before[line] ?? -1) taken.push(line);
    return taken.reverse();
  }
}
