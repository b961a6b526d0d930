import type { BodyLine } from './marks.ts';
import type { Owner } from './owners.ts';
import { type Sourced, type Stock, standsAt } from './stock.ts';
import { countWords, TELLING_WORDS, type Wordings } from './wordings.ts';

/** Matches whole lines with the lines of the answered message, in their order, one mark fewer. */
export function matchLines(
  lines: readonly BodyLine[],
  wordings: Wordings,
  claims: readonly Owner[],
  quoted: readonly boolean[],
  parent: Stock,
  found: (Sourced | null)[],
): void {
  let last = -1;
  lines.forEach((line, index) => {
    const words = quoted[index] ? wordings.textAt(index) : '';
    const places = words === '' ? [] : placesNear(parent.placesOf(words), last);
    if (places.length === 0) return;
    const telling = countWords(words) >= TELLING_WORDS;
    const level = places.filter((place) => parent.depthAt(place) === line.depth - 1);
    const fitting = level.length > 0 || !telling ? level : places;
    const next = fitting.find((place) => place > last) ?? (telling ? fitting[0] : undefined);
    const chosen = fitting.length > 1 ? (agreeing(fitting, claims[index], parent) ?? next) : next;
    if (chosen === undefined) return;
    const near = chosen > last && chosen - last <= 4;
    const agrees = parent.ownerAt(chosen).name === claims[index]?.name;
    if (!telling && !near && !agrees) return;
    last = chosen;
    found[index] = taken(parent, chosen, claims[index]);
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
  const names = new Set(places.map((place) => parent.ownerAt(place).name));
  return names.size < 2 ? undefined : places.find((place) => parent.ownerAt(place).name === claim?.name);
}

/** What a line of the answered message says about the one that quotes it. */
function taken(parent: Stock, place: number, claim: Owner | undefined): Sourced | null {
  const { name, original } = parent.ownerAt(place);
  if (name === null) return null;
  if (original !== undefined) return { name, basis: 'original', original };
  if (parent.isOwn(place)) return standsAt(parent, place, name);
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
  wordings: Wordings,
  quoted: readonly boolean[],
  parent: Stock,
  found: (Sourced | null)[],
): void {
  const places = quoted.map((marked, index) => {
    if (marked || !parent.mayOwn(wordings.endingAt(index))) return undefined;
    const words = wordings.textAt(index);
    if (countWords(words) < UNMARKED_WORDS) return undefined;
    return parent
      .placesOf(words)
      .slice(0, MOST_PLACES)
      .find((place) => parent.isOwn(place));
  });
  places.forEach((place, index) => {
    if (place === undefined) return;
    const { name } = parent.ownerAt(place);
    if (name === null || (places[index - 1] !== place - 1 && places[index + 1] !== place + 1)) return;
    found[index] = standsAt(parent, place, name);
  });
}
