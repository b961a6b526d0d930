import type { AttributedMessage } from '../model/message.ts';
import type { FoundPosition } from '../model/position.ts';
import { comparePlaces, type Place } from '../model/primitives.ts';
import { foldedSlice } from '../model/quote.ts';
import type { GoldPosition } from './gold.ts';
import { matchPairs } from './matching.ts';
import { indexWords, intersectionOverUnion, intervalOf } from './spans.ts';

/** Words two spans must share, as a part of the words in either, to be the same position. */
export const LEAST_OVERLAP = 0.5;

/** What can be placed in a document. */
export interface Span {
  readonly start: Place;
  readonly end: Place;
}

/** An annotated document, read and extracted. */
export interface EvaluatedDocument {
  readonly name: string;
  /** Documents of one thread share a name: the interval is drawn over threads. */
  readonly thread: string;
  readonly text: string;
  readonly messages: readonly AttributedMessage[];
  readonly gold: readonly GoldPosition[];
  readonly found: readonly FoundPosition[];
}

/** Pairs spans with the marked positions of a document, one to one, by the words they share. */
export function pairSpans(
  document: Pick<EvaluatedDocument, 'text' | 'gold'>,
  spans: readonly Span[],
): [found: number, gold: number][] {
  const words = indexWords(document.text);
  const goldIntervals = document.gold.map(({ start, end }) => intervalOf(words, start, end));
  const edges = spans.flatMap(({ start, end }, found) => {
    const interval = intervalOf(words, start, end);
    if (interval === null) return [];
    return goldIntervals.flatMap((other, gold) => {
      const weight = other === null ? 0 : intersectionOverUnion(interval, other);
      return weight >= LEAST_OVERLAP ? [{ found, gold, weight }] : [];
    });
  });
  return matchPairs(edges).map(({ found, gold }) => [found, gold]);
}

/** Number of found positions whose words, or those of an argument, are not what the document has at their place. */
export function unverifiable(document: EvaluatedDocument): number {
  const byMessage = new Map(document.messages.map((message) => [message.id, message.lines]));
  const stands = (message: string, span: Span & { exact: string }): boolean =>
    comparePlaces(span.start, span.end) <= 0 &&
    span.exact !== '' &&
    foldedSlice(byMessage.get(message) ?? [], span.start, span.end) === span.exact;
  return document.found.filter(
    (position) =>
      !stands(position.message, position) ||
      !position.arguments.every((argument) => stands(position.message, argument)),
  ).length;
}

/** Quote depth of the line on which a span begins. */
export function depthAt(document: EvaluatedDocument, place: Place): number {
  for (const message of document.messages) {
    const line = message.lines.find((each) => each.number === place.line && each.part === undefined);
    if (line !== undefined) return line.depth;
  }
  return 0;
}
