import { ABBREVIATIONS, TITLES } from './abbreviations.ts';

/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Marks that end a sentence. */
const ENDINGS = '.?!…';
/** Marks that may close a sentence behind its full stop: brackets, quotation marks, emphasis. */
const CLOSERS = ')]}"\'*_`”’»';
/** Marks that may open one. */
const OPENERS = /^[([{"'*_`“‘«]+/;
const FOOTNOTE = /^\[\d{1,3}\]/;
/** Letters that stand for words: `U.S.`, `a.m.`, but not a name such as `fs.c.` */
const LETTERS = /^[a-z](?:\.[a-z])+$/;
/** Words that begin a sentence and no name: behind them a letter was no initial. */
const STARTERS = new Set([
  'And',
  'But',
  'So',
  'It',
  'The',
  'This',
  'That',
  'We',
  'I',
  'You',
  'If',
  'In',
  'There',
  'Then',
]);
/** Longest token looked at on either side of a full stop: a longer one is neither abbreviation nor word. */
const TOKEN = 40;
/** A smiley standing as a token of its own: `:)`, `;-)`, `8-))`, `:D`, `:/`, `^^`. */
const SMILEY = /^(?:[:;8=]['^]?[-o]?[)(DPp/|]{1,3}|\^\^)$/;

/**
 * Cuts a paragraph into sentences. The offsets are those of the text given, which may be hard-wrapped; every range begins
 * and ends on a character that is no blank, and nothing but blanks lies between two ranges.
 *
 * Written here rather than taken from `Intl.Segmenter`, whose result changes with the version of ICU, and because
 * technical mail needs other rules: full stops inside paths, versions and calls, `e.g.` and `vs.`, ellipses that pause and
 * ellipses that end, smileys in place of a full stop, sentences that begin with a lower-case identifier.
 *
 * @example
 * splitSentences('See fs/io_uring.c, i.e. v5.1. io_uring is fine :) Really')
 * → 'See fs/io_uring.c, i.e. v5.1.' | 'io_uring is fine :)' | 'Really'
 */
export function splitSentences(text: string): Range[] {
  const ranges: Range[] = [];
  const length = text.trimEnd().length;
  let start = skipBlanks(text, 0);
  let at = start;
  while (at < length) {
    const end = mayEnd(text.charCodeAt(at)) ? sentenceEnd(text, at, start, length) : null;
    if (end === null) {
      at++;
    } else {
      ranges.push({ start, end });
      start = skipBlanks(text, end);
      at = start;
    }
  }
  if (start < length) ranges.push({ start, end: length });
  return ranges;
}

const MAY_END = Uint8Array.from({ length: 128 }, (_, code) => ('.?!:;8=^'.includes(String.fromCharCode(code)) ? 1 : 0));

/** Whether a sentence may end with a character: few do, and the others cost no more than this look. */
function mayEnd(code: number): boolean {
  return code < 128 ? MAY_END[code] === 1 : code === 0x2026;
}

/** If a sentence ends with the mark at `at`, gives the offset behind its closing marks, else null. */
function sentenceEnd(text: string, at: number, start: number, length: number): number | null {
  const mark = text.charAt(at);
  // Only the first mark of a run is looked at, so that a run costs no more than its length.
  if (at > start && ENDINGS.includes(text.charAt(at - 1)) && ENDINGS.includes(mark)) return null;
  if (mark === '.' || mark === '?' || mark === '!' || mark === '…') return endAtMark(text, at, start, length);
  return ':;8=^'.includes(mark) && at > start && isBlank(text, at - 1) ? endAtSmiley(text, at, length) : null;
}

function endAtMark(text: string, at: number, start: number, length: number): number | null {
  let run = at + 1;
  while (run < length && ENDINGS.includes(text.charAt(run))) run++;
  let end = run;
  while (end < length && CLOSERS.includes(text.charAt(end))) end++;
  // The mark of a footnote belongs to the sentence: `It leaks.[1] We know.`
  end += text.charAt(end) === '[' ? (FOOTNOTE.exec(text.slice(end, end + TOKEN))?.[0].length ?? 0) : 0;
  if (end >= length || !isBlank(text, end)) return null;
  const next = tokenAt(text, skipBlanks(text, end));
  if (SMILEY.test(next)) {
    // A smiley behind the full stop still belongs to the sentence.
    const behind = skipBlanks(text, end) + next.length;
    return behind < length ? behind : null;
  }
  return divides(text.slice(at, run), tokenBefore(text, at, start), next) ? end : null;
}

/** Whether full stop, question mark or the like divides the word before it from the word behind. */
function divides(run: string, before: { word: string; first: boolean }, next: string): boolean {
  const bare = next.replace(OPENERS, '');
  const lower = /^[a-z]/.test(bare) && !isIdentifier(bare);
  if (run !== '.') return !lower;
  const word = before.word.toLowerCase();
  if (TITLES.has(word)) return false;
  if (ABBREVIATIONS.has(word) || LETTERS.test(word)) return /^[A-Z]/.test(bare);
  // An initial (`J. Random`), though not the pronoun that ends a sentence.
  if (/^[A-HJ-Z]$/.test(before.word)) return STARTERS.has(bare);
  // The number of a list item at the start of its own sentence (`1. Myrinet`), or a lone full stop.
  if (before.first && /^\(?(?:\d{1,2}|[a-z]?)$/i.test(before.word)) return false;
  return true;
}

function endAtSmiley(text: string, at: number, length: number): number | null {
  const token = tokenAt(text, at);
  if (!SMILEY.test(token)) return null;
  const end = at + token.length;
  return end < length && /^[A-Z]/.test(tokenAt(text, skipBlanks(text, end)).replace(OPENERS, '')) ? end : null;
}

/** Names such as `io_uring`, `fs/`, `mmap()`, `vfio-pci` begin a sentence without a capital. */
function isIdentifier(token: string): boolean {
  return /[_/\d@#]|\(\)|[a-z][A-Z]|\w-\w|\w\.\w/.test(token);
}

function isBlank(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && isBlank(text, next)) next++;
  return next;
}

function tokenAt(text: string, at: number): string {
  return /^\S*/.exec(text.slice(at, at + TOKEN))?.[0] ?? '';
}

/** The word that ends at an offset, without opening marks, and whether it is the first of its sentence. */
function tokenBefore(text: string, end: number, start: number): { word: string; first: boolean } {
  let from = end;
  const limit = Math.max(start, end - TOKEN);
  while (from > limit && !isBlank(text, from - 1)) from--;
  return { word: text.slice(from, end).replace(OPENERS, ''), first: from === start };
}
