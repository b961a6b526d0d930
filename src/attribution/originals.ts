import type { BodyLine } from './marks.ts';
import type { Owner } from './owners.ts';

/** An owner, and the place where the words stand as their writer's own, where that is known. */
export interface Sourced extends Owner {
  readonly original?: { readonly message: string; readonly line: number };
}

/** What later messages may quote of one message. */
export interface Stock {
  readonly message: string;
  readonly lines: readonly StockLine[];
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

interface StockLine {
  readonly key: string;
  readonly depth: number;
  readonly number: number;
  readonly owner: Sourced;
  readonly own: boolean;
}

/** A line of fewer words may stand in many messages by chance. */
const TELLING_WORDS = 4;
/** So many words in one line prove its origin without a neighbour. */
const PROVING_WORDS = 8;
/** Characters that searching re-wrapped text may cost for one message. */
const SEARCH_BUDGET = 20_000_000;

/** The words of a line, without what quoting and re-wrapping change. */
export function keyOf(text: string): string {
  const trimmed = text.trim();
  const words = /\s\s|[\t\u00A0]/.test(trimmed) ? trimmed.split(/\s+/).join(' ') : trimmed;
  return words.startsWith('>From ') ? words.slice(1) : words;
}

function countWords(key: string): number {
  let words = key === '' ? 0 : 1;
  for (let at = key.indexOf(' '); at !== -1; at = key.indexOf(' ', at + 1)) words += 1;
  return words;
}

/** Keeps of an attributed body what later messages may quote. `author` is its writer. */
export function stockOf(
  message: string,
  lines: readonly BodyLine[],
  owners: readonly Sourced[],
  author: string | null,
): Stock {
  const byKey = new Map<string, number[]>();
  const stock = lines.map((line, index): StockLine => {
    const owner = owners[index] ?? { name: null, basis: 'unknown' };
    const key = keyOf(line.text);
    const places = byKey.get(key);
    if (places === undefined) byKey.set(key, [index]);
    else places.push(index);
    return { key, depth: line.depth, number: line.line.number, owner, own: line.depth === 0 && owner.name === author };
  });
  return { message, lines: stock, byKey };
}

/** Where words stand as their writer's own. */
interface Place {
  readonly message: string;
  readonly line: number;
  readonly author: string;
}

/** The own lines of all messages of an archive, by their words. */
export class OwnLines {
  private readonly byKey = new Map<string, Place | 'several'>();

  add(stock: Stock): void {
    for (const { key, own, owner, number } of stock.lines) {
      if (!own || owner.name === null || countWords(key) < TELLING_WORDS) continue;
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, { message: stock.message, line: number, author: owner.name });
      else if (known !== 'several' && known.author !== owner.name) this.byKey.set(key, 'several');
    }
  }

  /** Where the words stand as one writer's own; null where several wrote them, or nobody. */
  find(key: string): Place | null {
    const place = this.byKey.get(key);
    return place === undefined || place === 'several' ? null : place;
  }
}

/**
 * Looks for every quoted line in the message it answers, and else among the own lines of the archive: where it is found, the
 * text itself decides who wrote it. What is quoted there already brings its owner along.
 *
 * A quoting mailer keeps the order of lines, adds one mark, and may wrap lines anew; short lines count only beside others.
 */
export function sourceOwners(
  lines: readonly BodyLine[],
  claims: readonly Owner[],
  author: string | null,
  parent: Stock | null,
  archive: OwnLines,
): Sourced[] {
  const found: (Sourced | null)[] = lines.map(() => null);
  const quoted = lines.map((line, index) => line.depth > 0 || claims[index]?.name !== author);
  if (parent !== null) matchLines(lines, claims, quoted, parent, found);
  if (parent !== null) matchWords(lines, quoted, parent, found);
  matchArchive(lines, claims, quoted, archive, found);
  return spreadOverRuns(lines, claims, quoted, found);
}

/** Matches whole lines with the lines of the answered message, in their order, one mark fewer. */
function matchLines(
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

/** Matches re-wrapped lines: their words stand in the answered message's text in the same order. */
function matchWords(
  lines: readonly BodyLine[],
  quoted: readonly boolean[],
  parent: Stock,
  found: (Sourced | null)[],
): void {
  const stream = streamOf(parent);
  const open = lines.flatMap((line, index) => {
    const tail = isTail(lines, quoted, index);
    return found[index] === null && (quoted[index] || tail) && line.text.trim() !== '' ? [index] : [];
  });
  if (open.length * stream.text.length > SEARCH_BUDGET) return;
  for (const index of open) {
    const line = lines[index];
    const key = line === undefined ? '' : keyOf(line.text);
    const context = quoted[index] ? key : `${keyOf(lines[index - 1]?.text ?? '')} ${key}`;
    if (countWords(context) < TELLING_WORDS + 1) continue;
    const at = stream.text.indexOf(` ${context} `);
    if (at === -1 || stream.text.indexOf(` ${context} `, at + 1) !== -1) continue;
    const source = parent.lines[stream.lineAt(at + context.length - key.length + 1)];
    if (source?.own && source.owner.name !== null) {
      found[index] = {
        name: source.owner.name,
        basis: 'original',
        original: { message: parent.message, line: source.number },
      };
    }
  }
}

/** A short line without marks between two quoted ones may be the tail of a line that was wrapped after quoting. */
function isTail(lines: readonly BodyLine[], quoted: readonly boolean[], index: number): boolean {
  const line = lines[index];
  return (
    line !== undefined &&
    !quoted[index] &&
    line.text.length <= 40 &&
    quoted[index - 1] === true &&
    quoted[index + 1] === true
  );
}

/** The own text of a message as one stream of words. */
function streamOf(stock: Stock): { text: string; lineAt: (offset: number) => number } {
  const starts: { offset: number; index: number }[] = [];
  let text = ' ';
  stock.lines.forEach((line, index) => {
    if (!line.own || line.key === '') return;
    starts.push({ offset: text.length, index });
    text += `${line.key} `;
  });
  return {
    text,
    lineAt: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle]?.offset ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return starts[low]?.index ?? 0;
    },
  };
}

/** Matches what is left with the own lines of the whole archive: long lines, or such as agree with the claim or a neighbour. */
function matchArchive(
  lines: readonly BodyLine[],
  claims: readonly Owner[],
  quoted: readonly boolean[],
  archive: OwnLines,
  found: (Sourced | null)[],
): void {
  const candidates = lines.map((line, index) => {
    return quoted[index] && found[index] === null ? archive.find(keyOf(line.text)) : null;
  });
  lines.forEach((line, index) => {
    const candidate = candidates[index];
    if (candidate === null || candidate === undefined) return;
    const beside = [candidates[index - 1], candidates[index + 1]].some((other) => other?.message === candidate.message);
    const agrees = candidate.author === claims[index]?.name;
    if (!beside && !agrees && countWords(keyOf(line.text)) < PROVING_WORDS) return;
    const { message, line: number, author } = candidate;
    found[index] = { name: author, basis: 'original', original: { message, line: number } };
  });
}

/**
 * Lets the lines that were found speak for those between them: a run of one depth has one writer unless the text says
 * otherwise, so where all found lines agree against a conclusion, or at least two against an attribution line, the rest of
 * the run follows them.
 */
function spreadOverRuns(
  lines: readonly BodyLine[],
  claims: readonly Owner[],
  quoted: readonly boolean[],
  found: readonly (Sourced | null)[],
): Sourced[] {
  const result = claims.map((claim, index): Sourced => found[index] ?? claim);
  for (let start = 0; start < lines.length; start += 1) {
    if (!quoted[start]) continue;
    let end = start;
    while (
      end < lines.length &&
      quoted[end] &&
      lines[end]?.depth === lines[start]?.depth &&
      claims[end]?.name === claims[start]?.name
    )
      end += 1;
    const known = found.slice(start, end).flatMap((owner) => (owner?.original === undefined ? [] : [owner.name]));
    const [name] = known;
    const claim = claims[start];
    const sure = claim?.basis === 'attribution' || claim?.basis === 'header' ? 2 : 1;
    if (
      name !== undefined &&
      name !== null &&
      name !== claim?.name &&
      known.length >= sure &&
      known.every((one) => one === name)
    ) {
      const reason = `the lines beside it stand in a message by ${name}`;
      for (let index = start; index < end; index += 1) {
        if (found[index]?.original === undefined) result[index] = { name, basis: 'inferred', reason };
      }
    }
    start = end - 1;
  }
  return result;
}
