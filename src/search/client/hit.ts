import { type ExcerptPiece, excerptOf } from '../excerpt.ts';
import { placesOf, type StoredRecord } from '../index/fields.ts';
import { type Answer, answerOf, holdsSomehow, type SearchableRecord, searchable } from '../match.ts';
import type { Query, Wanted } from '../query.ts';
import type { Kind } from '../record.ts';
import type { Engine } from './engine.ts';

/** A hit, ready to be shown. */
export interface Hit {
  /** Its number in the index; two hits may have one address. */
  readonly record: number;
  readonly kind: Kind;
  /** From the root of the site, with a slash before it. */
  readonly url: string;
  readonly title: readonly ExcerptPiece[];
  readonly excerpt: readonly ExcerptPiece[];
  readonly meta: StoredRecord['meta'];
  readonly answer: Answer;
  /** The wanted words it does not hold. */
  readonly lacks: readonly string[];
  /** The wanted words that only another name of it holds. */
  readonly alias: readonly string[];
  /** Whether its own names hold every wanted word. */
  readonly named: boolean;
  /** Of what was typed, what stands in that other name, such as `raw mode`. */
  readonly otherName: string;
  /** The wanted words that only the name of its decision or list holds. */
  readonly context: readonly string[];
}

/** A record taken apart into words. With each letter typed most of the hits are the same, so it is done once. */
const seen = new WeakMap<StoredRecord, SearchableRecord>();

function wordsIn(kind: Kind, stored: StoredRecord): SearchableRecord {
  const before = seen.get(stored);
  if (before !== undefined) return before;
  const places = placesOf(kind, stored);
  seen.set(stored, places);
  return places;
}

/** Reads a record from the index and says how it answers the query. */
export async function hitOf(engine: Engine, record: number, { wanted }: Query): Promise<Hit> {
  const stored = await engine.record(record);
  const { kind } = engine.kindOf(record);
  const { url, title, text, meta } = stored;
  const words = wordsIn(kind, stored);
  const answer = answerOf(wanted, words);
  const { pieces, line } = excerptOf(text, wanted, words.text);
  const having = (level: string) =>
    wanted.filter((_, index) => answer.levels[index] === level).map(({ written }) => written);
  return {
    record,
    kind,
    url: kind === 'source' ? lineAddress(url, meta.line, line) : url,
    title: excerptOf([title], wanted).pieces,
    excerpt: pieces,
    meta: { ...meta, title },
    answer,
    lacks: having('none'),
    alias: having('alias'),
    named: wanted.every((word) => holdsSomehow(word, words.heading) || holdsSomehow(word, words.also)),
    otherName: otherNameOf(
      wanted,
      having('alias').length === 0 ? [] : stored.also,
      wanted.filter((_, index) => answer.levels[index] === 'alias'),
    ),
    context: having('context'),
  };
}

/**
 * The wanted words that the other name holds in which the words stand that nothing else holds. It is given in the reader's own
 * words: some names are only for being found by.
 */
function otherNameOf(wanted: readonly Wanted[], also: readonly string[], only: readonly Wanted[]): string {
  const names = also.map((name) => searchable(name));
  const name = names.find((one) => only.every((word) => holdsSomehow(word, one)));
  const held = name === undefined ? only : wanted.filter((word) => holdsSomehow(word, name));
  return held.map(({ written }) => written).join(' ');
}

/** A passage is addressed by its first line; the reader wants the line that was found. @example #L9c480 and 2 → #L11 */
function lineAddress(url: string, first: string | undefined, offset: number): string {
  const line = Number(first) + offset;
  return offset > 0 && Number.isInteger(line) ? url.replace(/L\d+(?:c\d+)?$/, `L${line}`) : url;
}
