import { PUBLISH_FROM } from '../extraction/index.ts';
import { Stance } from '../model/position.ts';
import { depthAt, type EvaluatedDocument, pairSpans, unverifiable } from './document.ts';
import { sameOption } from './heads.ts';

/** What is counted in one document; counts of documents add up. */
export interface Tally {
  found: number;
  gold: number;
  span: number;
  holder: number;
  /** Span, holder and stance right. */
  stance: number;
  /** Span, holder, stance and option right. */
  option: number;
  /** Right on matched spans, each by itself. */
  stanceAlone: number;
  optionAlone: number;
  argument: number;
  argumentGold: number;
  published: number;
  publishedRight: number;
  unverifiable: number;
  /** Marked stance → found stance → number, on matched spans. */
  confusion: Record<string, Record<string, number>>;
  /** Stance → number found, marked, and both matched and equal. */
  stances: Record<string, { found: number; gold: number; right: number }>;
  /** Quote depth → matched spans, and those with the right holder. */
  depths: Record<string, { matched: number; right: number }>;
  /** Named trap → marked positions, found ones, and those with stance and holder right. */
  traps: Record<string, { gold: number; span: number; right: number }>;
}

export type SameHolder = (a: string | null, b: string | null) => boolean;

/** Compares what was found in a document with what a person marked there. */
export function tallyOf(document: EvaluatedDocument, sameHolder: SameHolder): Tally {
  const tally = emptyTally();
  const pairs = pairSpans(document, document.found);
  tally.found = document.found.length;
  tally.gold = document.gold.length;
  tally.span = pairs.length;
  tally.unverifiable = unverifiable(document);
  tally.published = document.found.filter((position) => position.confidence >= PUBLISH_FROM).length;
  for (const position of document.found) entry(tally.stances, position.stance, noStance).found++;
  for (const position of document.gold) {
    entry(tally.stances, position.stance, noStance).gold++;
    tally.argumentGold += position.arguments.length > 0 ? 1 : 0;
    if (position.trap !== undefined) entry(tally.traps, position.trap, noTrap).gold++;
  }
  for (const [foundIndex, goldIndex] of pairs) {
    const found = document.found[foundIndex];
    const gold = document.gold[goldIndex];
    if (found === undefined || gold === undefined) continue;
    const holder = sameHolder(found.holder, gold.holder);
    const stance = found.stance === gold.stance;
    const option = sameOption(found.option, gold.option);
    if (holder) tally.holder++;
    if (holder && stance) tally.stance++;
    if (holder && stance && option) tally.option++;
    if (stance) tally.stanceAlone++;
    if (option) tally.optionAlone++;
    if (gold.arguments.length > 0 && found.arguments.length > 0) tally.argument++;
    if (found.confidence >= PUBLISH_FROM) tally.publishedRight++;
    const row = entry(tally.confusion, gold.stance, (): Record<string, number> => ({}));
    row[found.stance] = (row[found.stance] ?? 0) + 1;
    if (stance) entry(tally.stances, gold.stance, noStance).right++;
    const depth = entry(tally.depths, String(depthAt(document, gold.start)), noDepth);
    depth.matched++;
    if (holder) depth.right++;
    if (gold.trap !== undefined) {
      const trap = entry(tally.traps, gold.trap, noTrap);
      trap.span++;
      if (holder && stance) trap.right++;
    }
  }
  return tally;
}

const noStance = (): { found: number; gold: number; right: number } => ({ found: 0, gold: 0, right: 0 });
const noDepth = (): { matched: number; right: number } => ({ matched: 0, right: 0 });
const noTrap = (): { gold: number; span: number; right: number } => ({ gold: 0, span: 0, right: 0 });

function entry<Value>(record: Record<string, Value>, key: string, make: () => Value): Value {
  const value = record[key] ?? make();
  record[key] = value;
  return value;
}

/** A tally that has counted nothing. */
export function emptyTally(): Tally {
  const stances = Object.fromEntries(Stance.options.map((stance) => [stance, noStance()]));
  return {
    ...{ found: 0, gold: 0, span: 0, holder: 0, stance: 0, option: 0, stanceAlone: 0, optionAlone: 0 },
    ...{ argument: 0, argumentGold: 0, published: 0, publishedRight: 0, unverifiable: 0 },
    confusion: {},
    stances,
    depths: {},
    traps: {},
  };
}

/** Adds up tallies, number by number. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) add(sum, tally);
  return sum;
}

/** Trees of numbers, as tallies are. */
function add(into: object, from: object): void {
  const target = new Map<string, unknown>(Object.entries(into));
  for (const [key, value] of Object.entries(from)) {
    const old = target.get(key);
    if (typeof value === 'number') Object.assign(into, { [key]: (typeof old === 'number' ? old : 0) + value });
    else if (typeof value === 'object' && value !== null) {
      const inner = typeof old === 'object' && old !== null ? old : {};
      add(inner, value);
      Object.assign(into, { [key]: inner });
    }
  }
}

/** Precision, recall and their harmonic mean. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Rates from counts; what was never asked is 0. */
export function ratesOf(right: number, found: number, gold: number): Rates {
  return {
    precision: found === 0 ? 0 : right / found,
    recall: gold === 0 ? 0 : right / gold,
    f1: found + gold === 0 ? 0 : (2 * right) / (found + gold),
  };
}
