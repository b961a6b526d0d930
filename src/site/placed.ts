import type { Decision } from '../model/decision.ts';
import { fullId } from '../model/id.ts';
import type { AttributedMessage, Line } from '../model/message.ts';
import type { Evidence, Position } from '../model/position.ts';
import { comparePlaces } from '../model/primitives.ts';
import { foldedSlice } from '../model/quote.ts';
import type { KnownPerson, PersonOf } from './holders.ts';
import type { SourceEntry } from './knowledge.ts';
import { evidenceUrl, markId, positionUrl } from './urls.ts';

/** A position together with the place where its words stand. */
export interface PlacedPosition {
  /** The whole id, `PREC-7F3Q2-P3`. */
  readonly id: string;
  readonly href: string;
  readonly decision: Decision;
  readonly position: Position;
  readonly entry: SourceEntry;
  readonly message: AttributedMessage;
  readonly line: Line;
  /** Where the words stand in the archive, as a link. */
  readonly evidenceHref: string;
  readonly person: KnownPerson | null;
  /** When the words were sent, or sent on: an instant or partial date. */
  readonly date: string;
  /** `sent` where it is the date of the words, `quoted` where only the date of the message that quotes them is known. */
  readonly dateOf: 'sent' | 'quoted';
}

/** A line of a source with its message. */
export interface PlacedLine {
  readonly line: Line;
  readonly message: AttributedMessage;
}

/** The lines of a source in the order of its messages. */
export function linesOf(entry: SourceEntry): PlacedLine[] {
  return entry.messages.flatMap((message) => message.lines.map((line) => ({ line, message })));
}

/** The lines of a source by the number that places count. */
type LineIndex = ReadonlyMap<string, readonly PlacedLine[]>;

function lineIndex(entry: SourceEntry): LineIndex {
  return Map.groupBy(linesOf(entry), ({ line }) => lineKey(line.part, line.number));
}

function lineKey(part: string | undefined, number: number): string {
  return `${part ?? ''} ${number}`;
}

/**
 * The line, or part of a line after a seam, in which the words of a position begin. Where places count the lines of a decoded
 * part, several messages may have a line of that number: the one that holds the words is meant.
 */
function lineOf(index: LineIndex, { part, start, end, exact }: Evidence): PlacedLine | null {
  const found = index.get(lineKey(part, start.line)) ?? [];
  const begun = found.filter(({ line }) => line.column <= start.column);
  if (part === undefined) return begun.at(-1) ?? null;
  const holds = ({ message }: PlacedLine): boolean =>
    foldedSlice(
      message.lines.filter((line) => line.part === part),
      start,
      end,
    ) === exact;
  return begun.find(holds) ?? null;
}

/**
 * Places the positions of all decisions in their sources, in time order. A position whose source or line is missing throws
 * an Error: verification comes before rendering and lets no such record through.
 */
export function placePositions(
  decisions: readonly Decision[],
  sources: readonly SourceEntry[],
  personOf: PersonOf,
): PlacedPosition[] {
  const bySlug = new Map(sources.map((entry) => [entry.slug, { entry, index: lineIndex(entry) }]));
  return decisions
    .flatMap((decision) => decision.positions.map((position) => ({ decision, position })))
    .filter(({ position }) => position.review !== 'rejected' && position.withdrawn === undefined)
    .map(({ decision, position }) => {
      const id = fullId(decision.id, position.id);
      const source = bySlug.get(position.evidence.source);
      const place = source && lineOf(source.index, position.evidence);
      if (!source || !place) throw new Error(`${id}: no line ${position.evidence.start.line} in its source`);
      const { entry } = source;
      const { line, message } = place;
      return {
        id,
        href: positionUrl(decision.id, position.id),
        decision,
        position,
        entry,
        message,
        line,
        evidenceHref: evidenceUrl(entry.slug, position.evidence.start, line, markId(decision.id, position.id)),
        person: personOf(position.holder),
        ...dateOf(entry, message, line),
      };
    })
    .sort(byTime);
}

/** Words in their own message bear its date; quoted words that of their original, where the archive holds it. */
function dateOf(entry: SourceEntry, message: AttributedMessage, line: Line): Pick<PlacedPosition, 'date' | 'dateOf'> {
  const original = line.original && entry.messages.find(({ id }) => id === line.original?.message);
  if (original?.date) return { date: original.date, dateOf: 'sent' };
  const date = message.date ?? entry.source.date;
  return { date, dateOf: line.depth === 0 ? 'sent' : 'quoted' };
}

/** By date; within one message the deeper quotation is the older, and below that the place in the file decides. */
function byTime(a: PlacedPosition, b: PlacedPosition): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const depth = a.message === b.message ? b.line.depth - a.line.depth : 0;
  if (depth !== 0) return depth;
  return comparePlaces(a.position.evidence.start, b.position.evidence.start) || (a.id < b.id ? -1 : 1);
}
