import type { Decision } from '../model/decision.ts';
import { fullId } from '../model/id.ts';
import type { AttributedMessage, Line } from '../model/message.ts';
import type { Position } from '../model/position.ts';
import { comparePlaces, type Place } from '../model/primitives.ts';
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

/** The lines of a source in file order, each with its message. */
export interface PlacedLine {
  readonly line: Line;
  readonly message: AttributedMessage;
}

export function linesOf(entry: SourceEntry): PlacedLine[] {
  return entry.messages
    .flatMap((message) => message.lines.map((line) => ({ line, message })))
    .sort((a, b) => a.line.number - b.line.number || a.line.column - b.line.column);
}

/** The line, or part of a line after a seam, in which a place lies. */
export function lineAt(lines: readonly PlacedLine[], place: Place): PlacedLine | null {
  const parts = lines.filter(({ line }) => line.number === place.line && line.column <= place.column);
  return parts.at(-1) ?? null;
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
  const lines = new Map(sources.map((entry) => [entry.slug, { entry, lines: linesOf(entry) }]));
  return decisions
    .flatMap((decision) => decision.positions.map((position) => ({ decision, position })))
    .filter(({ position }) => position.review !== 'rejected' && position.withdrawn === undefined)
    .map(({ decision, position }) => {
      const id = fullId(decision.id, position.id);
      const source = lines.get(position.evidence.source);
      const place = source && lineAt(source.lines, position.evidence.start);
      if (!source || !place) throw new Error(`${id}: no line ${position.evidence.start.line} in its source`);
      const { line, message } = place;
      const length = line.raw.length;
      return {
        id,
        href: positionUrl(decision.id, position.id),
        decision,
        position,
        entry: source.entry,
        message,
        line,
        evidenceHref: evidenceUrl(source.entry.slug, position.evidence.start, length, markId(decision.id, position.id)),
        person: personOf(position.holder),
        ...dateOf(source.entry, message, line),
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
