/**
 * What a word is, to the search: one rule for the index, for the query and for the marks in a result, shared by the build
 * and the browser. A word keeps its inner signs (`O_DIRECT`, `per-VMA`, `vma->vm_flags`, `/dev/raw/raw1`, `CVE-2024-1234`);
 * it is found by the whole, by each of its parts, and by the whole without its signs (`odirect`, `pervma`).
 */
const WORD = /[\p{L}\p{M}\p{N}_'’]+(?:(?:->|::|[-./:+])[\p{L}\p{M}\p{N}_'’]+)*/gu;
const SIGN = /->|::|[-./:+]/u;
const SIGNS = /->|::|[-./:+_]/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/u;
/** A longer run is no word anybody types (an encoded attachment, a rule of underscores); only its whole is kept. */
const LONGEST = 80;

/** A word of a text, where it stands and by what it is found. */
export interface Word {
  /** UTF-16 offsets in the text: `text.slice(start, end)` is the word as written. */
  readonly start: number;
  readonly end: number;
  /** The whole without its signs, folded: `odirect`. */
  readonly joined: string;
  /** Its smallest parts, folded, in order: `o`, `direct`. A plain word is its own only part. */
  readonly parts: readonly string[];
  /** Everything it is found by: the whole, the pieces between signs, the smallest parts. */
  readonly forms: readonly string[];
}

/**
 * Folds a word to what search compares: no case, no accents, no apostrophes, the letters that have no accentless form spelled out.
 *
 * @example fold('Jérôme') → 'jerome'; fold('Größe') → 'grosse'; fold('don’t') → 'dont'
 */
export function fold(text: string): string {
  // ASCII has no accents to take off.
  if (ASCII.test(text)) return text.toLowerCase().replaceAll("'", '');
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => SPELLED[letter] ?? letter);
}

const ASCII = /^[\0-\x7f]*$/;
const SPELLED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/**
 * Takes a text apart into its words.
 *
 * @example wordsOf('use O_DIRECT')[1] → { start: 4, end: 12, joined: 'odirect', parts: ['o', 'direct'], forms: ['odirect', 'o', 'direct'] }
 */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => wordAt(match[0], match.index)).filter(
    ({ joined }) => joined !== '',
  );
}

/** A word as most are: small letters, perhaps behind a capital. It has one form, and nothing in it need be looked for. */
const PLAIN = /^[A-Za-z][a-z]*$/;

function wordAt(written: string, start: number): Word {
  const end = start + written.length;
  if (PLAIN.test(written)) {
    const joined = written.toLowerCase();
    return { start, end, joined, parts: [joined], forms: [joined] };
  }
  const joined = fold(written).replace(SIGNS, '');
  if (written.length > LONGEST) return { start, end, joined, parts: [joined], forms: [joined] };
  const pieces = written.split(SIGN);
  const parts = pieces.flatMap((piece) => piece.split('_').flatMap((part) => part.split(HUMP))).map(fold);
  const forms = new Set([joined, ...pieces.map((piece) => fold(piece).replace(SIGNS, '')), ...parts]);
  return { start, end, joined, parts: parts.filter(isWord), forms: [...forms].filter(isWord) };
}

function isWord(form: string): boolean {
  return form !== '';
}

/**
 * Cuts the commonest English endings off a plain word, so that `drivers` and `driver` count as one word; both sides of a
 * comparison go through it. Deliberately small: what it does not bring together is shown as a near match.
 *
 * @example stem('drivers') → 'driver'; stem('mapping') → 'map'; stem('policies') → 'policy'
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > MOST_STEMS) stems.clear();
  const made = cut(word);
  stems.set(word, made);
  return made;
}

/** A search compares the same words with every letter that is typed. */
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

function cut(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|ss|x)es$/, '$1')
    .replace(/([^siu])s$/, '$1');
  const bare = singular.length > 5 ? singular.replace(/([aeiouy][^aeiouy]+)(?:ing|ed)$/, '$1') : singular;
  return (bare === singular ? bare : bare.replace(/([^aeiouls])\1$/, '$1')).replace(/([^e])e$/, '$1');
}
