import type { Message, RawLine } from '../../model/message.ts';
import type { BodyLine } from '../marks.ts';

/** What the list adds to its mails, learnt from the mails themselves. */
export interface Footers {
  /** The index at which the list's own lines begin at the end of a body; its length where there are none. */
  readonly startIn: (lines: readonly Pick<BodyLine, 'depth' | 'text'>[]) => number;
}

/** So many mails must end in the same lines. */
const MAILS = 3;
/** Lines of a footer, blank ones left out, and their length. */
const LONGEST = 12;
const WIDEST = 200;
/** What only a footer holds: where the list is, or how to leave it. */
const TELLING = /https?:\/\/|\S@\S|\S at \S+\.\S|subscri|mailing list|archive/i;
/** Endings kept at a time; beyond that those met once are forgotten (as in Manku and Motwani's lossy counting, VLDB 2002). */
const KEPT = 50_000;

/**
 * Learns the footer of a list from mail after mail, in memory that does not grow with their number: the same closing lines under
 * at least three mails of more than one writer, among them an address or a word about the list. Mails of one archive are taken
 * for one list. The version of git below every patch, and closings that many use, hold no address and stay what they are.
 */
export class FooterTally {
  private readonly endings = new Map<string, { mails: number; readonly writer: string; several: boolean }>();

  add({ lines, from }: Pick<Message, 'lines' | 'from'>): void {
    const writer = from?.name ?? '';
    for (const ending of endingsOf(lines)) {
      const seen = this.endings.get(ending);
      if (seen === undefined) this.endings.set(ending, { mails: 1, writer, several: false });
      else {
        seen.mails += 1;
        seen.several ||= seen.writer !== writer;
      }
    }
    if (this.endings.size <= KEPT) return;
    for (const [ending, { mails }] of this.endings) if (mails === 1) this.endings.delete(ending);
  }

  /** The footers learnt so far, each as its lines. */
  footers(): string[] {
    return [...this.endings].flatMap(([ending, { mails, several }]) => (mails >= MAILS && several ? [ending] : []));
  }
}

/** Learns the footers of the mails of one archive. */
export function learnFooters(messages: readonly Message[]): Footers {
  if (messages.length < MAILS) return knownFooters([]);
  const tally = new FooterTally();
  for (const message of messages) tally.add(message);
  return knownFooters(tally.footers());
}

/** Finds footers that have been learnt (`FooterTally`) at the end of a body. */
export function knownFooters(footers: readonly string[]): Footers {
  if (footers.length === 0) return { startIn: (lines) => lines.length };
  const known = new Set(footers);
  const tails = new Set(footers.flatMap(tailsOf));
  return { startIn: (lines) => startIn(lines, known, tails) };
}

/** The last lines of a body, each time one more, from the first on that tells of a list. */
function endingsOf(lines: readonly RawLine[]): string[] {
  const endings: string[] = [];
  let ending = '';
  let telling = false;
  for (let index = lines.length - 1, count = 0; index >= 0 && count < LONGEST; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.zone !== undefined || line.text.startsWith('>')) break;
    const text = line.text.trim();
    if (text === '') continue;
    if (text.length > WIDEST) break;
    count += 1;
    ending = `${text}\n${ending}`;
    telling ||= TELLING.test(text);
    if (telling) endings.push(ending);
  }
  return endings;
}

/** A footer without its first line, its first two, and so on: each line of a footer ends in a line feed. */
function tailsOf(footer: string): string[] {
  const starts = [0];
  for (let at = footer.indexOf('\n'); at !== -1; at = footer.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts.map((start) => footer.slice(start));
}

/** Looks from the end upwards, as long as what stands there is the `tails` of a footer. */
function startIn(
  lines: readonly Pick<BodyLine, 'depth' | 'text'>[],
  known: ReadonlySet<string>,
  tails: ReadonlySet<string>,
): number {
  let start = lines.length;
  let ending = '';
  for (let index = lines.length - 1, count = 0; index >= 0 && count < LONGEST; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.depth > 0 || line.text.length > WIDEST * 2) break;
    const text = line.text.trim();
    if (text === '') continue;
    count += 1;
    ending = `${text}\n${ending}`;
    if (!tails.has(ending)) break;
    if (known.has(ending)) start = index;
  }
  return start;
}
