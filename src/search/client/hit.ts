import { addressOf, isKind, readContent, unveil } from '../content.ts';
import { type ExcerptPiece, excerptOf } from '../excerpt.ts';
import { type Answer, answerOf, type SearchableRecord, searchable } from '../match.ts';
import type { Query } from '../query.ts';
import { KINDS, type Kind } from '../record.ts';
import type { Fragment } from './engine.ts';

/** A hit, ready to be shown. */
export interface Hit {
  /** What the engine calls it; two hits may have one address. */
  readonly key: string;
  readonly kind: Kind;
  /** From the root of the site, with a slash before it. */
  readonly url: string;
  readonly title: readonly ExcerptPiece[];
  readonly excerpt: readonly ExcerptPiece[];
  readonly meta: Readonly<Record<string, string>>;
  readonly answer: Answer;
  /** The wanted words it does not hold. */
  readonly lacks: readonly string[];
  /** The wanted words that only another name of it holds. */
  readonly alias: readonly string[];
  /** The wanted words that only the name of its decision or list holds. */
  readonly context: readonly string[];
}

/** What is shown of a hit beside its words, and what it can be found by there. */
const HEADING = ['holder', 'stance', 'option', 'options', 'names', 'year', 'id', 'quotedBy', 'fate', 'status'];
/** What it belongs to. */
const CONTEXT = ['decision', 'list'];

/** A record, read back and taken apart into words. */
interface Known extends SearchableRecord {
  readonly lines: readonly string[];
  readonly meta: Readonly<Record<string, string>>;
}

/** Records that were seen before: with each letter typed, most of the hits are the same. */
const seen = new Map<string, Known>();
const MOST_SEEN = 2_000;

function known({ raw_url, raw_content, meta: stored }: Fragment): Known {
  const before = seen.get(raw_url);
  if (before !== undefined) return before;
  const { lines, also } = readContent(raw_content);
  const meta = unveiled(stored);
  // A fact is headed by the title of its decision, which is not about that fact.
  const [heading, context] = meta.kind === 'fact' ? [HEADING, ['title']] : [['title', ...HEADING], CONTEXT];
  const fields = (keys: readonly string[]) => searchable(keys.map((key) => meta[key] ?? '').join(' | '));
  const record = {
    lines,
    meta,
    text: searchable(lines.join(' ')),
    heading: fields(heading),
    also: searchable(also),
    context: fields(context),
  };
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(raw_url, record);
  return record;
}

/** Reads a record back from the index and says how it answers the query. */
export function hitOf(fragment: Fragment, query: Query): Hit {
  const { raw_url } = fragment;
  const record = known(fragment);
  const { lines, meta } = record;
  const answer = answerOf(query.wanted, record);
  const { pieces, line } = excerptOf(lines, query.wanted);
  const having = (level: string) =>
    query.wanted.filter((_, index) => answer.levels[index] === level).map(({ written }) => written);
  const kind = meta.kind ?? '';
  return {
    key: raw_url,
    kind: isKind(kind, KINDS) ? kind : 'source',
    url: kind === 'source' ? lineAddress(raw_url, meta.line, line) : addressOf(raw_url),
    title: excerptOf([meta.title ?? ''], query.wanted).pieces,
    excerpt: pieces,
    meta,
    answer,
    lacks: having('none'),
    alias: having('alias'),
    context: having('context'),
  };
}

function unveiled({ at, line, ...rest }: Fragment['meta']): Fragment['meta'] {
  return {
    ...rest,
    ...(at === undefined ? {} : { at: unveil(at) }),
    ...(line === undefined ? {} : { line: unveil(line) }),
  };
}

/** A passage is addressed by its first line; the reader wants the line that was found. @example #L9c480 and 2 → #L11 */
function lineAddress(url: string, first: string | undefined, offset: number): string {
  const line = Number(first) + offset;
  return offset > 0 && Number.isInteger(line) ? addressOf(url).replace(/L\d+(?:c\d+)?$/, `L${line}`) : addressOf(url);
}
