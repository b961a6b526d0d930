import type { Decision, Fact } from '../model/decision.ts';
import { day } from './dates.ts';
import type { PlacedPosition } from './placed.ts';

/** Words said on one day on one decision, or a fact of its outcome. */
export type TimelineEvent =
  | {
      readonly kind: 'words';
      readonly date: string;
      readonly decision: Decision;
      readonly positions: readonly PlacedPosition[];
    }
  | { readonly kind: 'fact'; readonly date: string; readonly decision: Decision; readonly fact: Fact };

/** A mark of the drawing: where it stands, in percent of the width, and what it stands for. */
export interface TimelineMark {
  readonly x: number;
  readonly event: TimelineEvent;
}

/** The lane of one decision. */
export interface Lane {
  readonly decision: Decision;
  /** The first and last mark, in percent of the width. */
  readonly from: number;
  readonly to: number;
  readonly marks: readonly TimelineMark[];
}

export interface Timeline {
  /** In order of date, within a date words before facts, then by decision. */
  readonly events: readonly TimelineEvent[];
  /** In the order in which they begin. */
  readonly lanes: readonly Lane[];
  /** Every fifth year of the span. */
  readonly ticks: readonly { readonly year: number; readonly x: number }[];
}

/** Room left at either end of the axis, in years, so that no mark is cut. */
const MARGIN = 0.5;
const TICK = 5;

/** All words and facts in order of date. */
export function eventsOf(decisions: readonly Decision[], positions: readonly PlacedPosition[]): TimelineEvent[] {
  const byDecision = Map.groupBy(positions, ({ decision }) => decision.id);
  return decisions.flatMap((decision) => eventsIn(decision, byDecision.get(decision.id) ?? [])).sort(byDate);
}

/**
 * Events in the order given, with a fact that several decisions tell in the same words on the same date together: what is
 * read once need not be read again.
 */
export function tellings(events: readonly TimelineEvent[]): [TimelineEvent, ...TimelineEvent[]][] {
  const rows = new Map<string, [TimelineEvent, ...TimelineEvent[]]>();
  for (const event of events) {
    const told = event.kind === 'fact' ? [event.fact.text, event.fact.checked] : [event.decision.id];
    const key = JSON.stringify([event.date, event.kind, ...told]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [event]);
    else row.push(event);
  }
  return [...rows.values()];
}

/** Puts events that stand in order of date on an axis of their own. */
export function chartOf(events: readonly TimelineEvent[]): Timeline {
  const times = events.map(({ date }) => yearOf(date));
  const first = Math.min(...times) - MARGIN;
  const last = Math.max(...times) + MARGIN;
  const place = (time: number): number => Math.round(((time - first) / (last - first)) * 10_000) / 100;
  const lanes = [...Map.groupBy(events, ({ decision }) => decision)].map(([decision, own]) => {
    const marks = own.map((event) => ({ x: place(yearOf(event.date)), event }));
    return { decision, from: marks.at(0)?.x ?? 0, to: marks.at(-1)?.x ?? 0, marks };
  });
  const ticks = times.length === 0 ? [] : ticksBetween(first, last).map((year) => ({ year, x: place(year) }));
  return { events, lanes, ticks };
}

function eventsIn(decision: Decision, own: readonly PlacedPosition[]): TimelineEvent[] {
  const words = [...Map.groupBy(own, ({ date }) => day(date))].map(
    ([date, positions]): TimelineEvent => ({ kind: 'words', date, decision, positions }),
  );
  const facts = decision.outcome.facts.map(
    (fact): TimelineEvent => ({ kind: 'fact', date: fact.date, decision, fact }),
  );
  return [...words, ...facts];
}

/** A date as a number of years; where only year or month is known, their middle. */
function yearOf(date: string): number {
  const [year = '', month, dayOfMonth] = date.split('-');
  if (month === undefined) return Number(year) + 0.5;
  const days = dayOfMonth === undefined ? 15 : Number(dayOfMonth);
  return Number(year) + (Number(month) - 1 + days / 31) / 12;
}

function ticksBetween(first: number, last: number): number[] {
  const start = Math.ceil(first / TICK) * TICK;
  return Array.from({ length: Math.max(Math.floor((last - start) / TICK) + 1, 0) }, (_, n) => start + n * TICK);
}

function byDate(a: TimelineEvent, b: TimelineEvent): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.kind !== b.kind) return a.kind === 'words' ? -1 : 1;
  return a.decision.id < b.decision.id ? -1 : 1;
}
