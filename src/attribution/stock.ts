import type { BodyLine } from './marks.ts';
import type { OwnLines } from './own-lines.ts';
import type { Owner } from './owners.ts';
import type { Wordings } from './wordings.ts';

/** An owner, and the place where the words stand as their writer's own, where that is known. */
export interface Sourced extends Owner {
  readonly original?: { readonly message: string; readonly line: number };
}

const NOBODY: Sourced = { name: null, basis: 'unknown' };
const NOWHERE: readonly number[] = [];

/** What later messages may quote of one message. What only an answer asks for is worked out when the first one comes. */
export class Stock {
  readonly message: string;
  private readonly lines: readonly BodyLine[];
  private readonly wordings: Wordings;
  private readonly owners: readonly Sourced[];
  private readonly author: string | null;
  private places: Map<string, number[]> | undefined;
  private endings: Set<number> | undefined;
  private stream: OwnWords | undefined;

  /** Takes an attributed body; `author` is its writer. */
  constructor(
    message: string,
    lines: readonly BodyLine[],
    wordings: Wordings,
    owners: readonly Sourced[],
    author: string | null,
  ) {
    this.message = message;
    this.lines = lines;
    this.wordings = wordings;
    this.owners = owners;
    this.author = author;
  }

  /** The indices of the lines of these words, ascending. */
  placesOf(words: string): readonly number[] {
    this.places ??= indicesOf(this.lines.map((_, index) => this.wordings.textAt(index)));
    return this.places.get(words) ?? NOWHERE;
  }

  /** Tells whether an own line may end so: most that it has not are ruled out by that. */
  mayOwn(ending: number): boolean {
    this.endings ??= new Set(this.ownPlaces().map((place) => this.wordings.endingAt(place)));
    return this.endings.has(ending);
  }

  depthAt(place: number): number | undefined {
    return this.lines[place]?.depth;
  }

  /** The number of a line in its file. */
  numberAt(place: number): number {
    return this.lines[place]?.line.number ?? 0;
  }

  ownerAt(place: number): Sourced {
    return this.owners[place] ?? NOBODY;
  }

  /** Tells whether a line is unquoted and its message's writer's own. */
  isOwn(place: number): boolean {
    return this.depthAt(place) === 0 && this.ownerAt(place).name === this.author;
  }

  /** The own text as one stream of words. */
  ownWords(): OwnWords {
    this.stream ??= new OwnWords(this.ownPlaces(), this.wordings);
    return this.stream;
  }

  /** Adds the own lines to those of the archive. */
  tell(archive: OwnLines): void {
    const { author, message, wordings } = this;
    if (author === null) return;
    for (const place of this.ownPlaces()) {
      const { line, text } = this.lines[place] ?? {};
      if (line !== undefined && text)
        archive.add(wordings.endingAt(place), { message, number: line.number, author, text });
    }
  }

  private ownPlaces(): number[] {
    return this.lines.flatMap((_, place) => (this.isOwn(place) ? [place] : []));
  }
}

/** The owner of a line whose words stand at a place as that writer's own. */
export function standsAt(stock: Stock, place: number, name: string): Sourced {
  return { name, basis: 'original', original: { message: stock.message, line: stock.numberAt(place) } };
}

function indicesOf(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const known = places.get(text);
    if (known === undefined) places.set(text, [index]);
    else known.push(index);
  });
  return places;
}

/** Own lines one after another, with a blank between any two and at both ends. */
class OwnWords {
  readonly text: string;
  private readonly offsets: number[] = [];
  private readonly places: number[] = [];

  constructor(places: readonly number[], wordings: Wordings) {
    let text = ' ';
    for (const place of places) {
      const words = wordings.textAt(place);
      if (words === '') continue;
      this.offsets.push(text.length);
      this.places.push(place);
      text += `${words} `;
    }
    this.text = text;
  }

  /** The line in which an offset lies. */
  placeOf(offset: number): number | undefined {
    let low = 0;
    let high = this.offsets.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.places[low];
  }
}
