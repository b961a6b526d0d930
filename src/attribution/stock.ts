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

/** One line of a stock. */
export interface StockLine {
  readonly key: string;
  readonly depth: number;
  readonly number: number;
  readonly owner: Sourced;
  readonly own: boolean;
}

/** A line of fewer words may stand in many messages by chance. */
export const TELLING_WORDS = 4;

/** The words of a line, without what quoting and re-wrapping change. */
export function keyOf(text: string): string {
  const trimmed = text.trim();
  const words = /\s\s|[\t\u00A0]/.test(trimmed) ? trimmed.split(/\s+/).join(' ') : trimmed;
  return words.startsWith('>From ') ? words.slice(1) : words;
}

/** The number of words of a key. */
export function countWords(key: string): number {
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
