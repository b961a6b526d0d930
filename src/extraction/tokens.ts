import { type Lexicon, makeLexicon, type Word } from './words.ts';

/** A word, name, number or mark of a sentence. */
export interface Token {
  /** Lower-case, contractions undone (`don't` → `do` `not`); names in the code's sense become `ID`, addresses `URL`, numbers `0`. */
  readonly text: string;
  /** The characters as they stand. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Word['kind'];
  /** True where a capital begins a word that does not begin the sentence: mostly a proper name. */
  readonly proper: boolean;
  readonly word: Word;
}

/** Words and where they stand, in two lists of one length: what is kept of a sentence until it is looked at. */
export interface Cut {
  readonly words: readonly Word[];
  readonly starts: readonly number[];
}

/** What a token is; `cutWords` finds the same, most of it without asking. */
export const TOKEN =
  /[a-z]+:\/\/\S+|[\p{L}\p{N}_$#@/~.+-]*[\p{L}\p{N}_](?:['’]\p{L}+|[\p{L}\p{N}_/.:+<>=-]*[\p{L}\p{N}_/+])*(?:\(\))?|\.{2,}|[?!,;:()"“”—]|--/giu;

/**
 * Cuts a sentence into tokens; offsets are those of the text given.
 *
 * @example tokensOf("I don't like io_uring v2.") → i, do, not, like, ID, ID
 */
export function tokensOf(text: string, lexicon: Lexicon = makeLexicon()): Token[] {
  return tokensFrom(cutWords(text, lexicon));
}

/** The tokens of a sentence already cut into words. */
export function tokensFrom({ words, starts }: Cut): Token[] {
  const tokens: Token[] = [];
  words.forEach((word, index) => {
    const start = starts[index] ?? 0;
    const end = start + word.raw.length;
    const proper = word.capital && tokens.length > 0;
    for (const text of word.texts) tokens.push({ text, raw: word.raw, start, end, kind: word.kind, proper, word });
  });
  return tokens;
}

/** Cuts a sentence into words: plain ones by a look at each letter, which most are, and all others by the pattern `TOKEN`. */
export function cutWords(text: string, lexicon: Lexicon): Cut {
  const words: Word[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const first = classAt(text, at);
    // A full stop before a blank is no token and begins none.
    if (
      first === BLANK ||
      (text.charCodeAt(at) === 0x2e && (at + 1 >= text.length || classAt(text, at + 1) === BLANK))
    ) {
      at++;
      continue;
    }
    const end = first === MARK ? at + 1 : first === LETTER ? plainEnd(text, at) : null;
    if (end !== null) {
      words.push(lexicon.wordOf(text.slice(at, end)));
      starts.push(at);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) break;
    const raw = match[0].length > 1 ? match[0].replace(/[.:=-]+$/, '') || match[0] : match[0];
    words.push(lexicon.wordOf(raw));
    starts.push(match.index);
    at = match.index + match[0].length;
  }
  return { words, starts };
}

const OTHER = 0;
const BLANK = 1;
const LETTER = 2;
const MARK = 3;
/** What an ASCII character is to the look at letters; anything else is for the pattern. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return LETTER;
  if (/[?!,;:()"]/.test(character)) return MARK;
  return /\s/.test(character) ? BLANK : OTHER;
});

function classAt(text: string, at: number): number {
  return CLASSES[text.charCodeAt(at)] ?? OTHER;
}

/** Where a word of letters ends, or null where a look at what follows does not show that nothing else belongs to it. */
function plainEnd(text: string, at: number): number | null {
  let end = at + 1;
  while (classAt(text, end) === LETTER) end++;
  if (text.charCodeAt(end) === 0x27 && classAt(text, end + 1) === LETTER) {
    end += 2;
    while (classAt(text, end) === LETTER) end++;
  }
  if (end >= text.length) return end;
  const next = text.charAt(end);
  if (classAt(text, end) === BLANK || next === ',' || next === ';' || next === '?' || next === '!' || next === ')')
    return end;
  // A full stop or colon may stand inside a token: here nothing follows that could go on.
  const ends = (next === '.' || next === ':') && (end + 1 >= text.length || classAt(text, end + 1) === BLANK);
  return ends ? end : null;
}
