import { isUtf8 } from 'node:buffer';
import type { AttributedMessage } from '../model/message.ts';
import type { Stretch } from './stretch.ts';

/** What stands in the place of a character that was taken out: words that say nothing and do not tell how long theirs were. */
const FILLING = 'xxxxxxx ';

/**
 * Overwrites stretches in the bytes of a source, character by character, so that every place in what is left stays where it
 * was. Line breaks and quote marks stay. Gives null where a line of the file is not the line as it was read (the text is
 * encoded, or a page's markup is between): such bytes are not touched.
 */
export function overwritten(
  bytes: Uint8Array,
  stretches: readonly Stretch[],
  messages: readonly AttributedMessage[],
): Buffer | null {
  const lines = splitBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const cut = new Map<number, CutLine | null>();
  for (const stretch of stretches) {
    for (let number = stretch.start.line; number <= stretch.end.line; number += 1) {
      const line = cut.get(number) ?? cutLine(lines[number - 1], number, messages);
      if (line === null || stretch.part !== undefined) return null;
      cut.set(number, line);
      const from = Math.max(number === stretch.start.line ? stretch.start.column - 1 : 0, line.marks);
      const to = number === stretch.end.line ? stretch.end.column : line.characters.length;
      for (let at = from; at < Math.min(to, line.characters.length); at += 1) {
        line.characters[at] = Buffer.from(at === from ? 'x' : (FILLING[at % FILLING.length] ?? 'x'));
      }
    }
  }
  for (const [number, line] of cut)
    if (line !== null) lines[number - 1] = Buffer.concat([...line.characters, line.end]);
  return Buffer.concat(lines);
}

/** A line of the file as the bytes of its characters. */
interface CutLine {
  readonly characters: Buffer[];
  /** How many of them are quote marks. */
  readonly marks: number;
  /** The line break. */
  readonly end: Buffer;
}

function cutLine(line: Buffer | undefined, number: number, messages: readonly AttributedMessage[]): CutLine | null {
  const read = messages.flatMap(({ lines }) => lines.filter((one) => one.number === number && one.part === undefined));
  const [first] = read;
  if (line === undefined || first === undefined) return null;
  const characters = charactersOf(line, read.map(({ raw }) => raw).join(''));
  if (characters === null) return null;
  const marks = Array.from(first.raw.slice(0, first.prefix)).length;
  return { characters, marks, end: line.subarray(Buffer.concat(characters).length) };
}

/** Lines with their line breaks: put together again they are the bytes. */
function splitBytes(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

/** The bytes of each character of a line, where its text is what was read: in UTF-8, or in a charset of one byte a character. */
function charactersOf(line: Buffer, read: string): Buffer[] | null {
  const wanted = Array.from(read);
  if (isUtf8(line)) {
    const there = Array.from(line.toString('utf8').replace(/\r?\n?$/, ''));
    if (there.join('') === read) return there.map((character) => Buffer.from(character));
  }
  const text = line.toString('latin1').replace(/\r?\n?$/, '');
  const same = text.length === wanted.length && wanted.every((one, at) => one > '\x7f' || one === text[at]);
  return same ? Array.from(text, (character) => Buffer.from(character, 'latin1')) : null;
}
