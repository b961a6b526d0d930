import { isUtf8 } from 'node:buffer';
import type { AttributedMessage } from '../model/message.ts';
import type { Stretch } from './stretch.ts';

/** What stands in the place of a character that was taken out: words that say nothing and do not tell how long theirs were. */
const FILLING = 'xxxxxxx ';

/** Bytes of a source that other bytes stand for. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** A character that goes: where its bytes begin and end, and the byte that stands there instead. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly filling: number;
}

/**
 * Finds the bytes of some stretches, character by character, so that overwriting them leaves every place in the rest where it
 * was. Line breaks and quote marks stay. Gives null where a line of the text is not the line as it was read (a page's markup is
 * between, or a charset of several bytes): such bytes are not touched.
 */
export function cutsIn(
  bytes: Uint8Array,
  stretches: readonly Pick<Stretch, 'start' | 'end'>[],
  lines: readonly AttributedMessage['lines'][number][],
): Cut[] | null {
  const text = splitBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const read = Map.groupBy(lines, ({ number }) => number);
  const cuts = new Map<number, Cut>();
  for (const { start, end } of stretches) {
    for (let number = start.line; number <= end.line; number += 1) {
      const line = cutLine(text[number - 1], read.get(number) ?? []);
      if (line === null) return null;
      const from = Math.max(number === start.line ? start.column - 1 : 0, line.marks);
      const to = Math.min(number === end.line ? end.column : line.places.length, line.places.length);
      for (let at = from; at < to; at += 1) {
        const [first, last] = line.places[at] ?? [0, 0];
        const filling = (at === from ? 'x' : (FILLING[at % FILLING.length] ?? 'x')).charCodeAt(0);
        cuts.set(first, { from: first, to: last, filling });
      }
    }
  }
  return [...cuts.values()].sort((a, b) => a.from - b.from);
}

/** What stands in the place of what a cut takes out. */
export function replacementOf({ from, to, filling }: Cut): Replacement {
  return { from, to, bytes: Uint8Array.of(filling) };
}

/** The bytes with each replacement in its place; they must not overlap. */
export function replaced(bytes: Uint8Array, replacements: readonly Replacement[]): Buffer {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, bytes: instead } of replacements.toSorted((a, b) => a.from - b.from)) {
    pieces.push(bytes.subarray(at, from), instead);
    at = to;
  }
  return Buffer.concat([...pieces, bytes.subarray(at)]);
}

/** A line of the text: where the bytes of its characters begin and end, and how many of them are quote marks. */
interface CutLine {
  readonly places: readonly (readonly [number, number])[];
  readonly marks: number;
}

function cutLine(
  line: { offset: number; bytes: Buffer } | undefined,
  read: readonly AttributedMessage['lines'][number][],
): CutLine | null {
  const [first] = read;
  if (line === undefined || first === undefined) return null;
  const characters = charactersOf(line.bytes, read.map(({ raw }) => raw).join(''));
  if (characters === null) return null;
  let at = line.offset;
  const places = characters.map((length): [number, number] => {
    at += length;
    return [at - length, at];
  });
  return { places, marks: Array.from(first.raw.slice(0, first.prefix)).length };
}

/** Lines with their line breaks, and where each begins. */
function splitBytes(bytes: Buffer): { offset: number; bytes: Buffer }[] {
  const lines: { offset: number; bytes: Buffer }[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push({ offset: start, bytes: bytes.subarray(start, next) });
    start = next;
  }
  return lines;
}

/** How many bytes each character of a line has, where its text is what was read: in UTF-8, or in a charset of one byte a character. */
function charactersOf(line: Buffer, read: string): number[] | null {
  const wanted = Array.from(read);
  if (isUtf8(line)) {
    const there = Array.from(line.toString('utf8').replace(/\r?\n?$/, ''));
    if (there.join('') === read) return there.map((character) => Buffer.byteLength(character));
  }
  const text = line.toString('latin1').replace(/\r?\n?$/, '');
  const same = text.length === wanted.length && wanted.every((one, at) => one > '\x7f' || one === text[at]);
  return same ? wanted.map(() => 1) : null;
}
