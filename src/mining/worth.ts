import { visible } from '../adding/visible.ts';
import { PUBLISH_FROM } from '../extraction/index.ts';
import type { FoundPosition } from '../model/position.ts';

/** What of a thread's argument can be counted. */
export interface Counts {
  /** Positions found that are sure enough for a record. */
  readonly positions: number;
  /** Options that two positions or more are about, in words, most argued first. */
  readonly options: readonly string[];
  /** People who propose or support something, and people who oppose or concede something. */
  readonly pro: number;
  readonly con: number;
  /** All people who hold a position. */
  readonly holders: number;
  /** Reasons given for or against. */
  readonly arguments: number;
  /** Positions that answer a position of somebody else. */
  readonly exchanges: number;
}

/** Counts the argument in the positions of one thread; those that are not sure enough for a record do not count. */
export function countArgument(found: readonly FoundPosition[]): Counts {
  const sure = found.filter(({ confidence }) => confidence >= PUBLISH_FROM);
  const people = (...stances: readonly string[]): number => {
    return new Set(sure.flatMap(({ stance, holder }) => (stances.includes(stance) && holder !== null ? [holder] : [])))
      .size;
  };
  return {
    positions: sure.length,
    options: optionsOf(sure),
    pro: people('proposes', 'supports'),
    con: people('opposes', 'concedes'),
    holders: new Set(sure.flatMap(({ holder }) => holder ?? [])).size,
    arguments: sure.reduce((sum, position) => sum + position.arguments.length, 0),
    exchanges: sure.filter((position) => answersAnother(position, found)).length,
  };
}

function optionsOf(positions: readonly FoundPosition[]): string[] {
  const named = positions.flatMap(({ option }) => option ?? []);
  const groups = [...Map.groupBy(named, (option) => option.toLowerCase()).values()];
  const argued = groups.filter((group) => group.length >= 2);
  // Sorting is stable: of those named as often, the one named first stands first.
  return argued.sort((a, b) => b.length - a.length).flatMap(([first]) => (first === undefined ? [] : visible(first)));
}

function answersAnother({ respondsTo, holder }: FoundPosition, all: readonly FoundPosition[]): boolean {
  const answered = respondsTo === undefined ? undefined : all[respondsTo];
  return answered !== undefined && holder !== null && answered.holder !== null && answered.holder !== holder;
}

/**
 * What each count is worth. A judgement, not a measurement: people on both sides make a design argument what it is, answers to one
 * another show that they argue and do not just speak, then come what they argue about and the reasons they give.
 */
const WEIGHTS = { sides: 4, exchanges: 3, options: 2, arguments: 1.5, positions: 0.5 } as const;

/**
 * How much argued design a thread holds: a weighted sum of the counts, each through log2(1 + n), so that a long thread does not
 * win by its length alone. `sides` is the number of people on the smaller side. A thread in which fewer than two people hold a
 * position is worth nothing. Rounded to a tenth.
 */
export function worthOf(counts: Counts): number {
  if (counts.holders < 2) return 0;
  const level = (count: number): number => Math.log2(1 + count);
  const worth =
    WEIGHTS.sides * level(Math.min(counts.pro, counts.con)) +
    WEIGHTS.exchanges * level(counts.exchanges) +
    WEIGHTS.options * level(counts.options.length) +
    WEIGHTS.arguments * level(counts.arguments) +
    WEIGHTS.positions * level(counts.positions);
  return Math.round(worth * 10) / 10;
}

/** Options named in the reasons of a thread. */
const SHOWN = 4;

/**
 * Says in words why a thread is worth what it is.
 *
 * @example reasonsFor(…) → ['3 people for, 2 against', '4 answers to another’s position', '2 options argued: “splice”, “readfile”', …]
 */
export function reasonsFor(counts: Counts): string[] {
  const { pro, con, exchanges, options, positions } = counts;
  if (counts.holders < 2) return [`${some(counts.holders, 'person', 'people')} with a position: nobody to argue with`];
  const shown = options.slice(0, SHOWN).map((option) => `“${option}”`);
  const more = options.length > SHOWN ? ` and ${options.length - SHOWN} more` : '';
  return [
    con === 0
      ? `${some(pro, 'person', 'people')} for something, nobody against`
      : `${some(pro, 'person', 'people')} for something, ${con} against`,
    ...(exchanges > 0 ? [`${some(exchanges, 'answer', 'answers')} to another's position`] : []),
    ...(options.length > 0 ? [`${some(options.length, 'option', 'options')} argued: ${shown.join(', ')}${more}`] : []),
    ...(counts.arguments > 0 ? [some(counts.arguments, 'reason given', 'reasons given')] : []),
    some(positions, 'position', 'positions'),
  ];
}

function some(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
