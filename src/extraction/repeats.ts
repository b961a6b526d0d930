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

/** An empty memory of sentences; entering and finding take time linear in the sentence. */
export function rememberSentences(): Repeats {
  const seen = makeRuns();
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
      return keys.length < SHINGLE ? (short.get(keys.join()) ?? null) : vote(keys, seen);
    },
  };
}

/** The number that most runs of a sentence were met under; the first of those that are met as often. */
function vote(keys: readonly number[], seen: Runs): number | null {
  const count = keys.length - SHINGLE + 1;
  const votes = new Map<number, number>();
  let met = 0;
  for (let at = 0; at < count; at++) {
    const number = seen.find(keys, at);
    if (number === -1) continue;
    met++;
    votes.set(number, (votes.get(number) ?? 0) + 1);
  }
  if (met < SAME * count) return null;
  let best: [number, number] | null = null;
  for (const entry of votes) if (best === null || entry[1] > best[1]) best = entry;
  return best === null ? null : best[0];
}

/** Runs of `SHINGLE` words, each with the number it was met under first. */
interface Runs {
  /** Enters the runs of a sentence; returns how many of them were new. */
  enter(keys: readonly number[], number: number): number;
  /** The number of the run that begins at an index, or -1. */
  find(keys: readonly number[], at: number): number;
}

/**
 * A hash table with linear probing over one row of numbers: a run is kept as the place where it stands in the words entered.
 * Four numbers a word, where a table of strings takes some hundred bytes.
 */
function makeRuns(): Runs {
  let words = new Int32Array(1 << 12);
  let length = 0;
  /** Place in `words` plus one; 0 where the slot is free. */
  let places = new Int32Array(1 << 12);
  let numbers = new Int32Array(1 << 12);
  let taken = 0;

  const slotOf = (keys: ArrayLike<number>, at: number): number => {
    const a = keys[at] ?? 0;
    const b = keys[at + 1] ?? 0;
    const c = keys[at + 2] ?? 0;
    const d = keys[at + 3] ?? 0;
    const mask = places.length - 1;
    let slot = hash(a, b, c, d) & mask;
    for (let place = places[slot] ?? 0; place !== 0; place = places[slot] ?? 0) {
      if (words[place - 1] === a && words[place] === b && words[place + 1] === c && words[place + 2] === d) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    const [oldPlaces, oldNumbers] = [places, numbers];
    places = new Int32Array(oldPlaces.length * 2);
    numbers = new Int32Array(oldPlaces.length * 2);
    oldPlaces.forEach((place, index) => {
      if (place === 0) return;
      const slot = slotOf(words, place - 1);
      places[slot] = place;
      numbers[slot] = oldNumbers[index] ?? 0;
    });
  };
  return {
    enter(keys, number) {
      if (length + keys.length > words.length) words = lengthen(words, length + keys.length);
      words.set(keys, length);
      const before = taken;
      for (let at = 0; at + SHINGLE <= keys.length; at++) {
        const slot = slotOf(keys, at);
        if (places[slot] !== 0) continue;
        places[slot] = length + at + 1;
        numbers[slot] = number;
        taken++;
        if (taken * 2 > places.length) grow();
      }
      // Words of which every run was known before need not be kept.
      if (taken > before) length += keys.length;
      return taken - before;
    },
    find(keys, at) {
      const slot = slotOf(keys, at);
      return places[slot] === 0 ? -1 : (numbers[slot] ?? -1);
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

function lengthen(words: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(least, words.length * 2));
  longer.set(words);
  return longer;
}
