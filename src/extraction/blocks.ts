import type { AttributedMessage, Basis, Line } from '../model/message.ts';
import type { Place } from '../model/primitives.ts';

/**
 * A paragraph of one speaker at one quote depth: the unit within which lines are joined. `text` holds the lines without
 * their quote marks, joined by a line feed, so that every UTF-16 offset in it names one place in the document.
 */
export interface Block {
  readonly message: string;
  readonly speaker: string | null;
  readonly basis: Basis;
  readonly depth: number;
  readonly part?: string;
  readonly text: string;
  readonly lines: readonly Line[];
  /** Offset in `text` at which each line begins. */
  readonly offsets: readonly number[];
  /** For each line, where the second halves of surrogate pairs stand in its raw text; empty where no line has any. */
  readonly pairs: readonly (readonly number[])[];
  /** True where the paragraph is an item of a list. */
  readonly item: boolean;
  /** Index, among the blocks of its message, of the block it follows in the same voice, if that stands directly above. */
  readonly after: number | null;
  /** Index, among the blocks of its message, of the nearest deeper block above: what its author is answering. */
  readonly answers: number | null;
}

/** A marker of a list item at the start of a line: `1)`, `2.`, `3/`, `a)`, `(4)`, `-`, `*`, `•`. */
const ITEM = /^\s{0,12}(?:\(?(?:\d{1,2}|[A-Za-z])[.)/]|[-*•+])\s+\S/;

/** Cuts a message into paragraphs; lines that hold no prose (headers, code, signatures …) end a paragraph and are left out. */
export function blocksOf(message: AttributedMessage): Block[] {
  return blocksOfLines(message.lines, message.id);
}

/** Cuts lines into paragraphs, as `blocksOf` does. */
export function blocksOfLines(lines: readonly Line[], message = ''): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  let adjacent = true;

  const close = (): void => {
    if (open.length > 0) blocks.push(makeBlock(message, open, blocks, adjacent));
    if (open.length > 0) adjacent = true;
    open = [];
  };

  for (const line of lines) {
    const last = open.at(-1);
    if (line.zone !== 'prose' && line.zone !== 'list') {
      close();
      adjacent = false;
    } else if (isBlank(line)) {
      close();
    } else {
      if (last !== undefined && !continues(last, line)) close();
      open.push(line);
    }
  }
  close();
  return blocks;
}

/** The words of a line, quote marks dropped. */
function textOf(line: Line): string {
  return line.raw.slice(line.prefix);
}

/** Whether a line holds no words. */
function isBlank({ raw, prefix }: Line): boolean {
  // Mostly the first character tells that it does.
  const first = raw.charCodeAt(prefix);
  return !(first > 0x20 && first < 0x7f) && raw.slice(prefix).trim() === '';
}

function continues(last: Line, line: Line): boolean {
  return (
    last.depth === line.depth &&
    last.speaker === line.speaker &&
    last.part === line.part &&
    // A gap in the numbers is a line another zone took; the same number twice is a seam.
    line.number === last.number + 1 &&
    !ITEM.test(textOf(line))
  );
}

function makeBlock(message: string, lines: readonly Line[], earlier: readonly Block[], adjacent: boolean): Block {
  const [first] = lines;
  if (first === undefined) throw new RangeError('a block has at least one line');
  const texts = lines.map(textOf);
  const offsets: number[] = [];
  let offset = 0;
  for (const text of texts) {
    offsets.push(offset);
    offset += text.length + 1;
  }
  const previous = earlier.at(-1);
  const follows =
    adjacent && previous !== undefined && previous.depth === first.depth && previous.speaker === first.speaker;
  return {
    message,
    speaker: first.speaker,
    basis: first.basis,
    depth: first.depth,
    ...(first.part === undefined ? {} : { part: first.part }),
    text: texts.join('\n'),
    lines,
    offsets,
    pairs: lines.some(({ raw }) => SECOND_HALF.test(raw)) ? lines.map(({ raw }) => surrogatePairs(raw)) : NONE,
    item: ITEM.test(texts[0] ?? ''),
    after: follows ? earlier.length - 1 : null,
    answers: answered(earlier, first.depth, follows),
  };
}

function answered(earlier: readonly Block[], depth: number, follows: boolean): number | null {
  const previous = earlier.at(-1);
  if (previous === undefined) return null;
  if (follows) return previous.answers;
  return previous.depth > depth ? earlier.length - 1 : null;
}

/** The place in the document of the character at a UTF-16 offset of the block's text. */
export function placeAt(block: Block, offset: number): Place {
  const index = lastAtMost(block.offsets, offset);
  const line = block.lines[index];
  if (line === undefined) throw new RangeError(`offset ${offset} outside the block`);
  const units = line.prefix + offset - (block.offsets[index] ?? 0);
  // A character outside the basic plane takes two UTF-16 units and one column.
  const pairs = block.pairs[index] ?? NONE;
  return { line: line.number, column: line.column + units - (lastAtMost(pairs, units - 1) + 1) };
}

/** Index of the last of the ascending numbers that is no greater than the limit, or -1. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

const SECOND_HALF = /[\udc00-\udfff]/;
const NONE: readonly never[] = [];

/** Where the second halves of surrogate pairs stand in a line. */
function surrogatePairs(raw: string): readonly number[] {
  const pairs: number[] = [];
  for (const match of raw.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index + 1);
  return pairs;
}
