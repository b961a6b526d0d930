import { cleanName } from '../../archive/mail/addresses.ts';
import type { Named } from './form.ts';

/** An address in any of its coats: `<a@b>`, `<a at b>`, `[mailto:a@b]`, `(a@b)`, bare. */
const ADDRESS =
  /[<[(]\s*(?:mailto:)?([^\s<>[\]()@]{1,120}(?:@| at | \[at\] )[^\s<>[\]()]{1,120})\s*[>\])]+|(?<![^\s"'])([\w.+-]{1,80}@[\w.-]{1,80}\w)/i;
/** Words that stand between a date and a name, or beside a verb, and belong to neither. */
const FILLERS = wordSet(
  `on at in am pm a.m. p.m. um uhr le el il em op den dne dnia dňa w dniu kl kl. klo à às alle ore las les o v om date dated
   mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
   est edt cst cdt mst mdt pst pdt utc gmt cet cest bst ist jst msk hi hello hey dear message article data
   user użytkownik odesílatel používateľ ezt keltezéssel időpontban tarihinde şunu på
   ο χρήστης στις π.μ. μ.μ. г. р. в пользователь користувач 于 於 在 上午 下午 午前 午後 오전 오후
   vào lúc pada tanggal pukul מאת ב ص م في كتب تمت كتابة ما يلي بواسطة`,
);
/** Months stand before a number of the date; elsewhere they are first names (Jan, April, May, June). */
const MONTHS = wordSet(
  `jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
   november december`,
);
const BEFORE_NUMBER = new Set([...FILLERS, ...MONTHS]);
const PLAUSIBLE = /^["'(]?[\p{L}\p{N}][^:;!?<>=|]{0,79}$/u;
const MOST_WORDS = 7;

/**
 * Finds the person in the part of an attribution line that holds name, address and date in any order. The name stands
 * before the address, after the last number of the date, or before its first.
 *
 * @example readPerson('On Fri, 13 Jun 2014 at 10:30 -0700, Mo Example <mo@example.org>')
 *   → { name: 'Mo Example', address: 'mo@example.org', dated: true }
 */
export function readPerson(given: string): Named | null {
  const text = given
    .replace(/^In (?:(?:article|message|mail|news:?)\s*)?<[^<>]{1,200}>,?/i, '')
    // A newsgroup: `in comp.lang.example`.
    .replace(/\bin (?:[a-z0-9+-]{1,30}\.){1,8}[a-z0-9+-]{1,30}[,:]?\s/i, ' ')
    .replace(/[，、]/g, ', ');
  const match = ADDRESS.exec(text);
  const address = match === null ? null : (match[1] ?? match[2] ?? '').replace(/ (?:at|\[at\]) /, '@').toLowerCase();
  const before = wordsOf(match === null ? text : text.slice(0, match.index));
  const behind = match === null ? [] : wordsOf(text.slice(match.index + match[0].length));
  const dated = [...before, ...behind].some(isNumber);
  for (const candidate of candidates(before, behind)) {
    if (candidate.length === 0) continue;
    const name = tidy(candidate);
    if (name !== null) return { name, address, dated };
    // Words that are no name make it a sentence, unless an address or a date vouches for the line.
    if (address === null && !dated) return null;
  }
  return address === null ? null : { name: null, address, dated };
}

/** The stretches of words that may be the name, the likeliest first: mostly it is that. */
function* candidates(before: readonly string[], behind: readonly string[]): Generator<string[]> {
  for (const words of [before, [...before, ...behind]]) {
    yield trim(words.slice(words.findLastIndex(isNumber) + 1), FILLERS);
    yield trim(upToComma(upToNumber(words)), BEFORE_NUMBER);
  }
}

function upToNumber(words: readonly string[]): readonly string[] {
  const first = words.findIndex(isNumber);
  return first === -1 ? [] : words.slice(0, first);
}

/** `NAME, le ven. 13 juin`: behind a comma a filler begins the date. */
function upToComma(words: readonly string[]): readonly string[] {
  const comma = words.findIndex(
    (word, index) => word.endsWith(',') && FILLERS.has(words[index + 1]?.toLowerCase() ?? ''),
  );
  return comma === -1 ? words : words.slice(0, comma + 1);
}

function wordSet(words: string): Set<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** `Europe/Berlin`, `America/New_York`. */
const ZONE = /^(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific|us|etc)\/[a-z_/-]{2,30}$/;

/** A date's words hold digits; a nickname such as `m4rk` begins with a letter and has no sign in it. */
function isNumber(word: string): boolean {
  return (
    /\d/.test(word) &&
    !/^\p{L}{2,}\d{0,4}[,:]?$/u.test(word.replace(/^["'(]+|["')]+$/g, '')) &&
    !/^\p{Lu}\d\p{L}/u.test(word)
  );
}

function trim(words: readonly string[], fillers: ReadonlySet<string>): string[] {
  const isFiller = (word: string): boolean => {
    const bare = word.replace(/^[([*]+|[\],;)]+$/g, '').toLowerCase();
    return (
      bare === '' ||
      !/\p{L}/u.test(bare) ||
      ZONE.test(bare) ||
      fillers.has(bare) ||
      fillers.has(bare.replace(/\.$/, ''))
    );
  };
  const start = words.findIndex((word) => !isFiller(word));
  const end = words.findLastIndex((word) => !isFiller(word));
  return start === -1 ? [] : words.slice(start, end + 1);
}

/** A name out of words, or null where they are no name. */
function tidy(words: readonly string[]): string | null {
  const name = words
    .join(' ')
    .replace(/^[\s*,"'(@]+|[\s,"'(:[]+$/g, '')
    .replace(/\\?"/g, '')
    .replace(/^([^(]*)\)$/, '$1')
    .trim();
  const sound = name !== '' && words.length <= MOST_WORDS && PLAUSIBLE.test(name) && /\p{L}/u.test(name);
  return sound ? cleanName(name) : null;
}
