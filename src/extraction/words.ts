import { STOPWORDS } from './options/stopwords.ts';
import { stemOf } from './stem.ts';

/** A word, name, number or mark: what is the same wherever it stands, worked out once for all places of an archive. */
export interface Token {
  /** Lower-case, contractions undone (`don't` → `do` `not`); names in the code's sense become `ID`, addresses `URL`, numbers `0`. */
  readonly text: string;
  /** The characters as they stand. */
  readonly raw: string;
  readonly kind: 'word' | 'identifier' | 'number' | 'url' | 'mark';
  /** True where a capital begins it, the pronoun aside. */
  readonly capital: boolean;
  /** Number that it shares with what differs in case alone. */
  readonly key: number;
  /** True where it may belong to the name of something: it is no grammar, and no part of a contraction, which names nothing. */
  readonly naming: boolean;
  /** Its stem, as options are named by. */
  readonly stem: string;
  /** Its parts, as the terms of a vocabulary are compared. */
  readonly parts: readonly string[];
}

/** The words met so far. */
export interface Lexicon {
  /** The tokens that characters between blanks and marks stand for: two where a contraction is undone. */
  tokensOf(raw: string): readonly Token[];
  /** How many words it knows. */
  readonly size: number;
}

/** An empty lexicon. It grows with the vocabulary of what is read, not with its length. */
export function makeLexicon(): Lexicon {
  const words = new Map<string, readonly Token[]>();
  const keys = new Map<string, number>();
  const keyOf = (lower: string): number => {
    const known = keys.get(lower);
    if (known !== undefined) return known;
    keys.set(lower, keys.size + 1);
    return keys.size;
  };
  return {
    tokensOf(raw) {
      const known = words.get(raw);
      if (known !== undefined) return known;
      const tokens = makeTokens(raw, keyOf(raw.toLowerCase()));
      words.set(raw, tokens);
      return tokens;
    },
    get size() {
      return words.size;
    },
  };
}

/** Words of one lexicon beyond which another is begun: a vocabulary, not a heap of what machines wrote. */
const MOST_WORDS = 100_000;

let shared = makeLexicon();

/**
 * The lexicon that all readings of a process share, so that the words of a language are worked out once and not again for each
 * thread. Nothing in a result hangs on what it knew before. Ask for it once for each reading: it is begun anew when it is full.
 */
export function sharedLexicon(): Lexicon {
  if (shared.size > MOST_WORDS) shared = makeLexicon();
  return shared;
}

function makeTokens(raw: string, key: number): Token[] {
  const kind = kindOf(raw);
  const capital = kind === 'word' && /^\p{Lu}/u.test(raw) && raw !== 'I' && !raw.startsWith("I'");
  const texts = textsOf(raw, kind);
  const [stem, parts] = [stemOf(raw), wordsOf(raw)];
  return texts.map((text) => {
    const naming = texts.length === 1 && isNaming(text, raw, kind);
    return { text, raw, kind, capital, key, naming, stem, parts };
  });
}

function isNaming(text: string, raw: string, kind: Token['kind']): boolean {
  if (kind === 'identifier') return true;
  return kind === 'word' && raw.length > 1 && !STOPWORDS.has(text) && !text.endsWith('ly');
}

/** Words as they are compared: lower case, joining marks apart, a plural's `s` off. */
export function wordsOf(label: string): string[] {
  return label
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word));
}

/** Longer tokens are machine output, not words. */
const LONGEST = 60;

const PLAIN = /^[A-Za-z]?[a-z]+$/;

/** What an apostrophe stands for, by the letters behind it. A map, since every object knows a word such as `constructor`. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['d', 'would'],
  ['ll', 'will'],
  ['ve', 'have'],
  ['re', 'are'],
  ['m', 'am'],
]);
/** Words after which `'s` is `is`. */
const IS = new Set(['it', 'that', 'this', 'there', 'what', 'here', 'he', 'she', 'who', 'how', 'where', 'everything']);
const STRAIGHT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cannot: ['can', 'not'],
    dont: ['do', 'not'],
    doesnt: ['does', 'not'],
    isnt: ['is', 'not'],
    wont: ['will', 'not'],
    gonna: ['going', 'to'],
    "won't": ['will', 'not'],
    "can't": ['can', 'not'],
    "shan't": ['shall', 'not'],
    "ain't": ['is', 'not'],
  }),
);

function kindOf(raw: string): Token['kind'] {
  // Nearly every token is a plain word: one look settles it.
  if (raw.length <= LONGEST && PLAIN.test(raw)) return 'word';
  if (/^[a-z]+:\/\//i.test(raw)) return 'url';
  if (raw.length > LONGEST) return 'identifier';
  if (/^[^\p{L}\p{N}]+$/u.test(raw)) return 'mark';
  if (/^[+-]?\d+(?:[.,:]\d+)*(?:%|st|nd|rd|th)?$/.test(raw)) return 'number';
  if (isName(raw)) return 'identifier';
  return 'word';
}

/** Names of code, devices and files: `io_uring`, `mmap()`, `fs/`, `O_DIRECT`, `splice2`, `PyPI`, but not `and/or` or `e.g`. */
function isName(raw: string): boolean {
  if (/^(?:and|or|his|he|him|her|she|either|yes|no)\/\p{L}+$/iu.test(raw)) return false;
  if (/_|\(\)|::|->|^[$#@~./]/.test(raw)) return true;
  if (/\d/.test(raw) && /\p{L}/u.test(raw)) return true;
  if (/\p{Ll}\p{Lu}/u.test(raw)) return true;
  if (/\p{L}\/\p{L}/u.test(raw)) return true;
  return /\p{L}{2,}\.\p{L}{1,4}$/u.test(raw);
}

function textsOf(raw: string, kind: Token['kind']): readonly string[] {
  if (kind === 'url') return ['URL'];
  if (kind === 'identifier') return ['ID'];
  if (kind === 'number') return ['0'];
  const lower = raw.toLowerCase().replaceAll('’', "'");
  if (kind === 'mark') return [/["“”]/.test(lower) ? '"' : lower];
  const straight = STRAIGHT.get(lower);
  if (straight !== undefined) return straight;
  if (!lower.includes("'")) return [lower];
  if (lower.endsWith("n't")) return [lower.slice(0, -3), 'not'];
  const apostrophe = lower.lastIndexOf("'");
  if (apostrophe < 1) return [lower];
  const stem = lower.slice(0, apostrophe);
  const ending = lower.slice(apostrophe + 1);
  if (ending === 's' && IS.has(stem)) return [stem, 'is'];
  const word = ENDINGS.get(ending);
  return word === undefined ? [stem, `'${ending}`] : [stem, word];
}
