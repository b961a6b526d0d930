import type { Message, RawLine } from '../../model/message.ts';
import type { BodyLine } from '../marks.ts';

/** What the list adds to its mails, learnt from the mails themselves. */
export interface Footers {
  /** The index at which the list's own lines begin at the end of a body; its length where there are none. */
  readonly startIn: (lines: readonly Pick<BodyLine, 'depth' | 'text'>[]) => number;
}

/** So many mails, of so many writers, must end in the same lines. */
const MAILS = 3;
const WRITERS = 2;
/** Lines of a footer, blank ones left out. */
const LONGEST = 12;
/** What only a footer holds: where the list is, or how to leave it. */
const TELLING = /https?:\/\/|\S@\S|\S at \S+\.\S|unsubscribe|subscri|mailing list|archive/i;

/**
 * Learns the footer of each list: the same closing lines under at least three mails of at least two writers, among them an
 * address or a word about the list. Mails of one archive are taken for one list. The version of git below every patch, and
 * closings that many use, hold no address and stay what they are.
 */
export function learnFooters(messages: readonly Message[]): Footers {
  const tails = new Map<string, { mails: number; readonly writers: Set<string> }>();
  if (messages.length < MAILS) return NO_FOOTERS;
  for (const { lines, from } of messages) {
    for (const tail of tailsOf(lines)) {
      const seen = tails.get(tail) ?? { mails: 0, writers: new Set<string>() };
      seen.mails += 1;
      if (seen.writers.size < WRITERS) seen.writers.add(from?.name ?? '');
      tails.set(tail, seen);
    }
  }
  const known = new Set<string>();
  for (const [tail, { mails, writers }] of tails) {
    if (mails >= MAILS && writers.size >= WRITERS && TELLING.test(tail)) known.add(tail);
  }
  return known.size === 0 ? NO_FOOTERS : { startIn: (lines) => startIn(lines, known) };
}

/** Nothing was learnt, as of a single mail. */
export const NO_FOOTERS: Footers = { startIn: (lines) => lines.length };

/** The last lines of a body, each time one more, joined. */
function tailsOf(lines: readonly RawLine[]): string[] {
  const tails: string[] = [];
  let tail = '';
  for (let index = lines.length - 1; index >= 0 && tails.length < LONGEST; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.zone !== undefined || line.text.startsWith('>')) break;
    const text = line.text.trim();
    if (text === '') continue;
    if (text.length > 200) break;
    tail = `${text}\n${tail}`;
    tails.push(tail);
  }
  return tails;
}

function startIn(lines: readonly Pick<BodyLine, 'depth' | 'text'>[], known: ReadonlySet<string>): number {
  let start = lines.length;
  let tail = '';
  let count = 0;
  for (let index = lines.length - 1; index >= 0 && count < LONGEST; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.depth > 0) break;
    const text = line.text.trim();
    if (text === '') continue;
    tail = `${text}\n${tail}`;
    count += 1;
    if (known.has(tail)) start = index;
  }
  return start;
}
