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
  for (let index = 0; index < lines.length; index += 1) {
    if (!quoted[index] || wordings.textAt(index) === '') continue;
    const places = placesNear(parent.placesOf(wordings, index), last);
    if (places.length === 0) continue;
    const telling = countWords(wordings.textAt(index)) >= TELLING_WORDS;
    const level = atDepth(places, (lines[index]?.depth ?? 0) - 1, parent);
    const fitting = level.length > 0 || !telling ? level : places;
    const next = firstBehind(fitting, last) ?? (telling ? fitting[0] : undefined);
    const chosen = fitting.length > 1 ? (agreeing(fitting, claims[index], parent) ?? next) : next;
    if (chosen === undefined) continue;
    const near = chosen > last && chosen - last <= 4;
    const agrees = parent.ownerAt(chosen).name === claims[index]?.name;
    if (!telling && !near && !agrees) continue;
    last = chosen;
    found[index] = taken(parent, chosen, claims[index]);
  }
}

function firstBehind(places: readonly number[], last: number): number | undefined {
  return places.find((place) => place > last);
}

/** Of the places of a line those at a depth: mostly all. */
function atDepth(places: readonly number[], depth: number, parent: Stock): readonly number[] {
  const isThere = (place: number): boolean => parent.depthAt(place) === depth;
  return places.every(isThere) ? places : places.filter(isThere);
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
    const alike = marked ? [] : parent.placesOf(wordings, index);
    if (alike.length === 0 || countWords(wordings.textAt(index)) < UNMARKED_WORDS) return undefined;
    return alike.slice(0, MOST_PLACES).find((place) => parent.isOwn(place));
  });
  places.forEach((place, index) => {
    if (place === undefined) return;
    const { name } = parent.ownerAt(place);
    if (name === null || (places[index - 1] !== place - 1 && places[index + 1] !== place + 1)) return;
    found[index] = standsAt(parent, place, name);
  });
}
