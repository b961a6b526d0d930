import type { Token } from './words.ts';

/** Words in a row that are compared: shorter runs are shared by chance. */
const SHINGLE = 4;
/** Part of a sentence's runs that must have been met before for it to be the same sentence, cut short or reflowed. */
const SAME = 0.7;

/** Remembers where words were met first, so that a sentence quoted again is known as the same. */
export interface Repeats {
  /**
   * Enters a sentence, as `keysOf` gives it, under a number; the first to enter its words keeps them. Returns whether all of
   * its words were new, so that they will never be found under any other number.
   */
  enter(keys: readonly number[], number: number): boolean;
  /** The number under which a sentence's words were entered first, or null where they are new. */
  find(keys: readonly number[]): number | null;
}

/** The words of a sentence as numbers, marks left out. */
export function keysOf(tokens: readonly Token[]): number[] {
  const keys: number[] = [];
  for (const { kind, key } of tokens) if (kind !== 'mark') keys.push(key);
  return keys;
}

/**
 * An empty memory of sentences; entering and finding take time linear in the sentence.
 *
 * @param words Most words that will be entered, all sentences together.
 */
export function rememberSentences(words: number): Repeats {
  const seen = makeRuns(words);
  const short = new Map<string, number>();
  return {
    enter(keys, number) {
      if (keys.length >= SHINGLE) return seen.enter(keys, number) === keys.length - SHINGLE + 1;
      const words = keys.join();
      if (words === '' || short.has(words)) return false;
      short.set(words, number);
      return true;
    },
    find(keys) {
      return keys.length < SHINGLE
        ? (short.get(keys.join()) ?? null)
        : vote(keys.length - SHINGLE + 1, seen.find(keys));
    },
  };
}

/** The number that most runs of a sentence were met under, of `count` runs; the first of those that are met as often. */
function vote(count: number, numbers: readonly number[]): number | null {
  const [first] = numbers;
  if (first === undefined || numbers.length < SAME * count) return null;
  // Mostly a whole sentence stands there again.
  if (numbers.every((number) => number === first)) return first;
  const votes = new Map<number, number>();
  for (const number of numbers) votes.set(number, (votes.get(number) ?? 0) + 1);
  let best: [number, number] = [first, 0];
  for (const entry of votes) if (entry[1] > best[1]) best = entry;
  return best[0];
}

/** Runs of `SHINGLE` words, each with the number it was met under first. */
interface Runs {
  /** Enters the runs of a sentence; returns how many of them were new. */
  enter(keys: readonly number[], number: number): number;
  /** The numbers of those runs of a sentence that were met, in order. */
  find(keys: readonly number[]): number[];
}

const NONE = -1;

/**
 * A hash table with linear probing over one row of numbers: a run is kept as the place where it stands in the words entered, and
 * what is met again is followed there from word to word. Four numbers a word, where a table of strings takes some hundred bytes.
 */
function makeRuns(capacity: number): Runs {
  const words = new Int32Array(capacity);
  /** Place in `words` → the number that the run which begins there was met under first; `NONE` where a sentence ends before. */
  const numbers = new Int32Array(capacity).fill(NONE);
  let length = 0;
  /** Slot → place in `words` plus one; 0 where it is free. */
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 2)));
  const mask = places.length - 1;

  const slotOf = (keys: readonly number[], at: number): number => {
    const a = keys[at] ?? 0;
    const b = keys[at + 1] ?? 0;
    const c = keys[at + 2] ?? 0;
    const d = keys[at + 3] ?? 0;
    let slot = hash(a, b, c, d) & mask;
    for (let place = places[slot] ?? 0; place !== 0; place = places[slot] ?? 0) {
      if (words[place - 1] === a && words[place] === b && words[place + 1] === c && words[place + 2] === d) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  return {
    enter(keys, number) {
      if (length + keys.length > capacity) throw new RangeError('more words than were announced');
      for (let at = 0; at < keys.length; at++) words[length + at] = keys[at] ?? 0;
      let fresh = 0;
      for (let at = 0; at + SHINGLE <= keys.length; at++) {
        const slot = slotOf(keys, at);
        const known = places[slot] ?? 0;
        if (known === 0) {
          places[slot] = length + at + 1;
          fresh++;
        }
        numbers[length + at] = known === 0 ? number : (numbers[known - 1] ?? number);
      }
      numbers.fill(NONE, length + Math.max(0, keys.length - SHINGLE + 1), length + keys.length);
      // Words of which every run was known before need not be kept.
      if (fresh > 0) length += keys.length;
      return fresh;
    },
    find(keys) {
      const met: number[] = [];
      /** Place plus one where the run before stands; 0 where it was not met. */
      let before = 0;
      for (let at = 0; at + SHINGLE <= keys.length; at++) {
        const follows =
          before !== 0 && numbers[before] !== NONE && words[before + SHINGLE - 1] === keys[at + SHINGLE - 1];
        before = follows ? before + 1 : (places[slotOf(keys, at)] ?? 0);
        if (before !== 0) met.push(numbers[before - 1] ?? 0);
      }
      return met;
    },
  };
}

/** Mixes four numbers into one (multiplication by odd constants and shifts, as in MurmurHash3). */
function hash(a: number, b: number, c: number, d: number): number {
  let mixed = Math.imul(a, 0x9e3779b1);
  mixed = Math.imul((mixed ^ (mixed >>> 15)) + b, 0x85ebca6b);
  mixed = Math.imul((mixed ^ (mixed >>> 13)) + c, 0xc2b2ae35);
  mixed = Math.imul((mixed ^ (mixed >>> 16)) + d, 0x27d4eb2f);
  return mixed ^ (mixed >>> 15);
}
