import type { Term } from '../../model/term.ts';
import { type Token, wordsOf } from '../words.ts';

/** A term of the vocabulary found in a sentence: the tokens it covers, end exclusive. */
export interface TermHit {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** Labels of the vocabulary by their first word. */
export type TermIndex = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly term: Term }[]>;

const prepared = new WeakMap<readonly Term[], TermIndex>();

/** Prepares the vocabulary for looking up: every label of every term. Once for a list: it is the same for every source. */
export function indexTerms(terms: readonly Term[]): TermIndex {
  const index = prepared.get(terms) ?? makeIndex(terms);
  prepared.set(terms, index);
  return index;
}

function makeIndex(terms: readonly Term[]): TermIndex {
  const index = new Map<string, { words: string[]; term: Term }[]>();
  for (const term of terms) {
    for (const label of [term.prefLabel, ...term.altLabel, ...term.hiddenLabel]) {
      const words = wordsOf(label);
      const [first] = words;
      if (first === undefined) continue;
      const list = index.get(first);
      if (list === undefined) index.set(first, [{ words, term }]);
      else list.push({ words, term });
    }
  }
  // The longest label first: `raw devices` before `raw`.
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Finds the terms that the tokens name, the longest label at each place, none inside another. */
export function findTerms(tokens: readonly Token[], index: TermIndex): TermHit[] {
  // Most sentences name no term: one look at each word settles it.
  if (index.size === 0 || !tokens.some(({ parts }) => parts.some((part) => index.has(part)))) return [];
  const flat = tokens.flatMap((token, at) => token.parts.map((word) => ({ word, at })));
  const hits: TermHit[] = [];
  for (let from = 0; from < flat.length; ) {
    const found = (index.get(flat[from]?.word ?? '') ?? []).find(({ words }) =>
      words.every((word, step) => flat[from + step]?.word === word),
    );
    const last = found === undefined ? undefined : flat[from + found.words.length - 1];
    const first = flat[from];
    if (found === undefined || last === undefined || first === undefined) {
      from++;
    } else {
      hits.push({ term: found.term, from: first.at, to: last.at + 1 });
      from += found.words.length;
    }
  }
  return hits;
}
