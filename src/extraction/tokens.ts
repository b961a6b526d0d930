import { type Lexicon, makeLexicon, type Token } from './words.ts';

/** Tokens and where they stand, in two lists of one length. */
export interface Cut {
  readonly tokens: readonly Token[];
  /** Where the characters of each begin. */
  readonly starts: readonly number[];
}

/** Where the characters of a token end. */
export function endOf({ tokens, starts }: Cut, at: number): number {
  return (starts[at] ?? 0) + (tokens[at]?.raw.length ?? 0);
}

/** Whether a capital begins a word that does not begin the sentence: mostly a proper name. */
export function isProper({ tokens, starts }: Cut, at: number): boolean {
  return tokens[at]?.capital === true && starts[at] !== starts[0];
}

/** What a token is; `cutTokens` finds the same, most of it without asking. */
export const TOKEN =
  /[a-z]+:\/\/\S+|[\p{L}\p{N}_$#@/~.+-]*[\p{L}\p{N}_](?:['’]\p{L}+|[\p{L}\p{N}_/.:+<>=-]*[\p{L}\p{N}_/+])*(?:\(\))?|\.{2,}|[?!,;:()"“”—]|--/giu;

/**
 * Cuts a sentence into tokens; offsets are those of the text given. Plain words are found by a look at each letter, which most
 * are, and all others by the pattern `TOKEN`.
 *
 * @example cutTokens("I don't like io_uring v2.").tokens → i, do, not, like, ID, ID
 */
export function cutTokens(text: string, lexicon: Lexicon = makeLexicon()): Cut {
  const tokens: Token[] = [];
  const starts: number[] = [];
  const add = (raw: string, start: number): void => {
    for (const token of lexicon.tokensOf(raw)) {
      tokens.push(token);
      starts.push(start);
    }
  };
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
      add(text.slice(at, end), at);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) break;
    const raw = match[0].length > 1 ? match[0].replace(/[.:=-]+$/, '') || match[0] : match[0];
    add(raw, match.index);
    at = match.index + match[0].length;
  }
  return { tokens, starts };
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
