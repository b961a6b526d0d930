import type { Named } from './form.ts';

/** An address in any of its coats: `<a@b>`, `<a at b>`, `[mailto:a@b]`, `(a@b)`, bare. */
const ADDRESS =
  /[<[(]\s*(?:mailto:)?([^\s<>[\]()@]{1,120}(?:@| at | \[at\] )[^\s<>[\]()]{1,120})\s*[>\])]+|(?<![^\s"'])([\w.+-]{1,80}@[\w.-]{1,80}\w)/i;
/** Words that belong to a date rather than to a name. */
const DATE_WORD =
  /^(?:on|at|in|am|pm|um|uhr|le|el|la|il|em|op|den|dne|dnia|w|dniu|kl\.?|klo|à|às|alle|ore|les|las|a|the|of|de|du|dated?|in article|message|article|mon|tue|wed|thu|fri|sat|sun|[a-z]{3,9}day|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|[a-z]{2,4}st|[a-z]dt|utc|gmt|cet|cest|est|edt|pst|pdt|在|于|於|上午|下午)$/i;
const PLAUSIBLE = /^["'(]?\p{L}[^:;!?<>=|]{0,79}$/u;
const MOST_WORDS = 7;

/**
 * Finds the person in the part of an attribution line that holds name, address and date in any order: the name follows the
 * last number of the date, or else precedes the first.
 *
 * @example readPerson('On Fri, 13 Jun 2014 at 10:30 -0700, Mo Example <mo@example.org>').name → 'Mo Example'
 */
export function readPerson(text: string): Named | null {
  const match = ADDRESS.exec(text);
  const address = match === null ? null : (match[1] ?? match[2] ?? '').replace(/ (?:at|\[at\]) /, '@').toLowerCase();
  const rest = match === null ? text : `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const dated = words.some((word) => /\d/.test(word));
  const after = trimDateWords(words.slice(words.findLastIndex((word) => /\d/.test(word)) + 1));
  const first = words.findIndex((word) => /\d/.test(word));
  const chosen = after.length > 0 || first === -1 ? after : trimDateWords(words.slice(0, first));
  const name = tidy(chosen);
  if (name === null && address === null) return null;
  // Without an address and a date the words must look like a name and nothing else.
  if (name === null && chosen.length > 0 && !dated) return null;
  return { name, address, dated };
}

function trimDateWords(words: readonly string[]): string[] {
  const isDate = (word: string): boolean => {
    const bare = word.replace(/^[([]+|[\],.;)]+$/g, '');
    return bare === '' || /^[^\p{L}]+$/u.test(bare) || DATE_WORD.test(bare);
  };
  const start = words.findIndex((word) => !isDate(word));
  const end = words.findLastIndex((word) => !isDate(word));
  return start === -1 ? [] : words.slice(start, end + 1);
}

/** A name out of words, or null where they are no name. */
function tidy(words: readonly string[]): string | null {
  const name = words
    .join(' ')
    .replace(/^[\s*,"'(]+|[\s,"'(:[]+$/g, '')
    .replace(/\\?"/g, '')
    .trim();
  const sound = name !== '' && words.length <= MOST_WORDS && PLAUSIBLE.test(name);
  return sound ? name : null;
}
