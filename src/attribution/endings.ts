/** Letters at the end of a line that its ending is made of. */
const LETTERS = 12;
/** Endings have so many bits. */
const BITS = 16;

/**
 * A number for the end of a line, quickly told: the same for all lines of the same words, and seldom for others. It is made of
 * letters and signs in ASCII alone, marks left out, so that blanks of any kind make no difference.
 */
export function endingOf(line: string): number {
  let ending = 0;
  for (let at = line.length - 1, left = LETTERS; at >= 0 && left > 0; at -= 1) {
    const code = line.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f || code === 0x3e) continue;
    ending = (ending * 31 + code) & ((1 << BITS) - 1);
    left -= 1;
  }
  return ending;
}

/** Stands for a line where none ends so, and where those that do have been taken. */
const NEVER = -1;
const TAKEN = -2;
const NONE: readonly number[] = [];

/** Lines that wait, sorted by their endings alone, until somebody asks for one that ends like them. */
export class Endings {
  /** For each ending the last line that waits, and for each line the one that ended so before it; negative where there is none. */
  private readonly last: Int32Array;
  private readonly before: number[] = [];

  /** For about so many lines: a table of eight places for each, as far as endings reach, keeps most of them apart. */
  constructor(lines: number) {
    const bits = 32 - Math.clz32(lines * 8);
    this.last = new Int32Array(1 << Math.min(bits, BITS)).fill(NEVER);
  }

  /** Adds the next line. */
  add(ending: number): void {
    const place = ending & (this.last.length - 1);
    this.before.push(this.last[place] ?? NEVER);
    this.last[place] = this.before.length - 1;
  }

  /** Tells whether any line may end so, taken or not. */
  has(ending: number): boolean {
    return this.last[ending & (this.last.length - 1)] !== NEVER;
  }

  /** Takes the lines that end so out of those that wait: their numbers in the order in which they were added, from 0. */
  take(ending: number): readonly number[] {
    const place = ending & (this.last.length - 1);
    const last = this.last[place] ?? NEVER;
    if (last < 0) return NONE;
    this.last[place] = TAKEN;
    const taken: number[] = [];
    for (let line = last; line >= 0; line = this.before[line] ?? NEVER) taken.push(line);
    return taken.reverse();
  }
}
