import { stem, wordsOf } from './tokens.ts';

/** No query is longer; the rest is not looked for. */
const LONGEST_QUERY = 200;
const MOST_WORDS = 16;

/** One thing a query asks for: a word, or words in quotation marks that must stand side by side. */
export interface Wanted {
  /** As typed, without quotation marks. */
  readonly written: string;
  readonly joined: string;
  readonly parts: readonly string[];
  readonly stem: string;
  readonly phrase: boolean;
  /** True for the last word while it may still be growing: words that begin with it count. */
  readonly open: boolean;
}

export interface Query {
  readonly wanted: readonly Wanted[];
}

/**
 * Reads what a person typed.
 *
 * @example readQuery('per-VMA "page cache"').wanted.map(({ joined }) => joined) → ['pervma', 'page cache']
 */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, LONGEST_QUERY);
  const wanted: Wanted[] = [];
  // Every second piece stood between quotation marks; an unclosed one is a phrase still being typed.
  text.split(/["“”„«»]/).forEach((piece, index) => {
    const words = wordsOf(piece);
    if (index % 2 === 1 && words.length > 1) {
      wanted.push({
        written: piece.trim(),
        joined: words.map(({ joined }) => joined).join(' '),
        parts: words.flatMap(({ parts }) => parts),
        stem: '',
        phrase: true,
        open: false,
      });
      return;
    }
    for (const { start, end, joined, parts } of words) {
      wanted.push({
        written: piece.slice(start, end),
        joined,
        parts,
        stem: stem(joined),
        phrase: false,
        open: index % 2 === 0 && end === piece.length && text.endsWith(piece),
      });
    }
  });
  return { wanted: wanted.slice(0, MOST_WORDS) };
}
