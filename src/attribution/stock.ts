import { Endings } from './endings.ts';
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
  private endings: Endings | undefined;
  private readonly places = new Map<string, number[]>();
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

  /** The indices of the lines that say what a line of another body says, ascending. */
  placesOf(others: Wordings, index: number): readonly number[] {
    const ending = others.endingAt(index);
    this.endings ??= this.sortedByEnding();
    if (!this.endings.has(ending)) return NOWHERE;
    for (const place of this.endings.take(ending)) {
      const words = this.wordings.textAt(place);
      const known = this.places.get(words);
      if (known === undefined) this.places.set(words, [place]);
      else known.push(place);
    }
    return this.places.get(others.textAt(index)) ?? NOWHERE;
  }

  private sortedByEnding(): Endings {
    const endings = new Endings(this.lines.length);
    for (let place = 0; place < this.lines.length; place += 1) endings.add(this.wordings.endingAt(place));
    return endings;
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
    this.stream ??= new OwnWords(this.wordings, this.lines.length, (place) => this.isOwn(place));
    return this.stream;
  }

  /** Adds the own lines to those of the archive. */
  tell(archive: OwnLines): void {
    if (this.author === null) return;
    archive.begin(this.message, this.author);
    this.lines.forEach(({ line, text }, place) => {
      if (text !== '' && this.isOwn(place)) archive.add(this.wordings.endingAt(place), text, line.number);
    });
  }
}

/** The owner of a line whose words stand at a place as that writer's own. */
export function standsAt(stock: Stock, place: number, name: string): Sourced {
  return { name, basis: 'original', original: { message: stock.message, line: stock.numberAt(place) } };
}

/** Own lines one after another, with a blank between any two and at both ends. */
class OwnWords {
  readonly text: string;
  private readonly offsets: number[] = [];
  private readonly places: number[] = [];

  constructor(wordings: Wordings, count: number, isOwn: (place: number) => boolean) {
    const pieces: string[] = [];
    let offset = 1;
    for (let place = 0; place < count; place += 1) {
      const words = isOwn(place) ? wordings.textAt(place) : '';
      if (words === '') continue;
      this.offsets.push(offset);
      this.places.push(place);
      pieces.push(words);
      offset += words.length + 1;
    }
    this.text = ` ${pieces.join(' ')} `;
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
