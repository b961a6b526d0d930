/** A word, name, number or mark of a sentence. */
export interface Token {
  /** Lower-case, contractions undone (`don't` → `do` `not`); names in the code's sense become `ID`, addresses `URL`, numbers `0`. */
  readonly text: string;
  /** The characters as they stand. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'identifier' | 'number' | 'url' | 'mark';
  /** True where a capital begins a word that does not begin the sentence: mostly a proper name. */
  readonly proper: boolean;
}

/** Longer tokens are machine output, not words. */
const LONGEST = 60;

const TOKEN =
  /[a-z]+:\/\/\S+|[\p{L}\p{N}_$#@/~.+-]*[\p{L}\p{N}_](?:['’]\p{L}+|[\p{L}\p{N}_/.:+<>=-]*[\p{L}\p{N}_/+])*(?:\(\))?|\.{2,}|[?!,;:()"“”—]|--/giu;

const PLAIN = /^[A-Za-z]?[a-z]+$/;

/** What an apostrophe stands for, by the letters behind it. */
const ENDINGS: Readonly<Record<string, string>> = { d: 'would', ll: 'will', ve: 'have', re: 'are', m: 'am' };
/** Words after which `'s` is `is`. */
const IS = new Set(['it', 'that', 'this', 'there', 'what', 'here', 'he', 'she', 'who', 'how', 'where', 'everything']);
const STRAIGHT: Readonly<Record<string, readonly string[]>> = {
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
};

/**
 * Cuts a sentence into tokens; offsets are those of the text given.
 *
 * @example tokensOf("I don't like io_uring v2.") → i, do, not, like, ID, ID
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0].length > 1 ? match[0].replace(/[.:=-]+$/, '') || match[0] : match[0];
    addToken(tokens, raw, match.index);
  }
  return tokens;
}

function addToken(tokens: Token[], raw: string, start: number): void {
  const end = start + raw.length;
  const kind = kindOf(raw);
  const proper = kind === 'word' && tokens.length > 0 && /^\p{Lu}/u.test(raw) && raw !== 'I' && !raw.startsWith("I'");
  for (const text of textsOf(raw, kind)) tokens.push({ text, raw, start, end, kind, proper });
}

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
export function isName(raw: string): boolean {
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
  const straight = STRAIGHT[lower];
  if (straight !== undefined) return straight;
  if (!lower.includes("'")) return [lower];
  if (lower.endsWith("n't")) return [lower.slice(0, -3), 'not'];
  const apostrophe = lower.lastIndexOf("'");
  if (apostrophe < 1) return [lower];
  const stem = lower.slice(0, apostrophe);
  const ending = lower.slice(apostrophe + 1);
  if (ending === 's' && IS.has(stem)) return [stem, 'is'];
  const word = ENDINGS[ending];
  return word === undefined ? [stem, `'${ending}`] : [stem, word];
}
