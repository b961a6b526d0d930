import type { BodyLine } from './marks.ts';
import type { Owner } from './owners.ts';
import { countWords, keyOf, type Sourced, type Stock, type StockLine, TELLING_WORDS } from './stock.ts';

/** Matches whole lines with the lines of the answered message, in their order, one mark fewer. */
export function matchLines(
  lines: readonly BodyLine[],
  claims: readonly Owner[],
  quoted: readonly boolean[],
  parent: Stock,
  found: (Sourced | null)[],
): void {
  let last = -1;
  lines.forEach((line, index) => {
    const key = keyOf(line.text);
    if (!quoted[index] || key === '') return;
    const words = countWords(key);
    const places = placesNear(parent.byKey.get(key) ?? [], last);
    const level = places.filter((place) => parent.lines[place]?.depth === line.depth - 1);
    const fitting = level.length > 0 || words < TELLING_WORDS ? level : places;
    const next = fitting.find((place) => place > last) ?? (words < TELLING_WORDS ? undefined : fitting[0]);
    const chosen = fitting.length > 1 ? (agreeing(fitting, claims[index], parent) ?? next) : next;
    if (chosen === undefined) return;
    const near = chosen > last && chosen - last <= 4;
    const agrees = parent.lines[chosen]?.owner.name === claims[index]?.name;
    if (words < TELLING_WORDS && !near && !agrees) return;
    last = chosen;
    found[index] = taken(parent.lines[chosen], parent.message, claims[index]);
  });
}

/** Equal lines that are looked at on either side of the last match: an endless repetition must not cost its square. */
const MOST_PLACES = 16;

/** Of the ascending places of a line, those that follow the last match, and the first of all. */
function placesNear(places: readonly number[], last: number): readonly number[] {
  if (places.length <= MOST_PLACES) return places;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > last) high = middle;
    else low = middle + 1;
  }
  return [...new Set([...places.slice(0, MOST_PLACES), ...places.slice(low, low + MOST_PLACES)])];
}

/** Of several equal lines by different writers, the claimed writer's. */
function agreeing(places: readonly number[], claim: Owner | undefined, parent: Stock): number | undefined {
  const names = new Set(places.map((place) => parent.lines[place]?.owner.name));
  return names.size < 2 ? undefined : places.find((place) => parent.lines[place]?.owner.name === claim?.name);
}

/** What a line of the answered message says about the one that quotes it. */
function taken(line: StockLine | undefined, message: string, claim: Owner | undefined): Sourced | null {
  if (line === undefined || line.owner.name === null) return null;
  const { name } = line.owner;
  if (line.owner.original !== undefined) return { name, basis: 'original', original: line.owner.original };
  if (line.own) return { name, basis: 'original', original: { message, line: line.number } };
  if (claim?.basis === 'attribution') return null;
  return { name, basis: 'inferred', reason: `the message that is answered quotes this line as the words of ${name}` };
}

/** So many words are not written alike by two people by chance, two lines running. */
const UNMARKED_WORDS = 6;

/**
 * Finds what a mailer quoted without any mark, or by indenting it: two or more long lines running that stand as the answered
 * writer's own in the message that is answered.
 */
export function matchUnmarked(
  lines: readonly BodyLine[],
  quoted: readonly boolean[],
  parent: Stock,
  found: (Sourced | null)[],
): void {
  const places = lines.map((line, index) => {
    if (quoted[index]) return undefined;
    const key = keyOf(line.text);
    const candidates = countWords(key) < UNMARKED_WORDS ? undefined : parent.byKey.get(key);
    return candidates?.slice(0, MOST_PLACES).find((place) => parent.lines[place]?.own);
  });
  places.forEach((place, index) => {
    const source = place === undefined ? undefined : parent.lines[place];
    if (place === undefined || source === undefined || source.owner.name === null) return;
    if (places[index - 1] !== place - 1 && places[index + 1] !== place + 1) return;
    const original = { message: parent.message, line: source.number };
    found[index] = { name: source.owner.name, basis: 'original', original };
  });
}
