import type { Form, Named } from './form.ts';
import { readPerson } from './person.ts';
import { VERB } from './verbs.ts';

/**
 * `On DATE, NAME wrote:` and its kin: a verb of writing, with name and date before it, after it, or on both sides.
 *
 * @example wrote.read('Am 13.06.2014 um 10:30 schrieb Mo Example:') → { name: 'Mo Example', address: null, dated: true }
 */
export const wrote: Form = {
  name: 'wrote',
  read: (text) => {
    const end = /^(.*?)\s*[:：]\s*$/su.exec(text)?.[1] ?? ruled(text);
    if (end === null) return null;
    const verb = [...end.matchAll(VERB)].at(-1);
    if (verb === undefined) return null;
    return named(end.slice(0, verb.index), end.slice(verb.index + verb[0].length).trim());
  },
};

/** Zoho writes `---- On DATE NAME wrote ---`. */
function ruled(text: string): string | null {
  return /^-{2,} (.{8,300}?) ?-{2,}\s*$/u.exec(text)?.[1] ?? null;
}

function named(before: string, after: string): Named | null {
  const left = readPerson(before);
  const silent =
    after === '' || /^[(,]?\s*(?:in|on|at|the following|thusly|időpont|or)\b/i.test(after) || !/\p{L}/u.test(after);
  if (silent) return left === null ? null : vouched({ ...left, dated: left.dated || /\d/.test(after) });
  const right = readPerson(after);
  // What holds a date and no name says when it was written: `schrieb am 13.06.2014 um 10:30`.
  if (right === null && /\d/.test(after)) return left === null ? null : vouched({ ...left, dated: true });
  if (right === null || right.name === null) return null;
  // A name on both sides is a sentence about writing, but a date on the left may look like a name.
  const date = /\d/.test(before);
  return left?.name && !date ? null : vouched({ ...right, dated: right.dated || date });
}

const PRONOUN =
  /(?<![\p{L}])(?:I|you|he|she|it|we|they|who|what|which|this|that|as|then|someone|somebody|people|once)(?![\p{L}])/iu;
const PARTICLE = /^(?:von|van|der|den|de|du|di|da|del|della|dos|le|la|al|el|bin|ibn|ter|ten|zu|af|av|y|e)$/;

/** Without a date or an address the words themselves must look like a name, else the line is a sentence. */
function vouched(person: Named): Named | null {
  if (person.address !== null || person.name === null) return person;
  if (person.dated) return PRONOUN.exec(person.name)?.[0] === person.name ? null : person;
  if (PRONOUN.test(person.name)) return null;
  const words = person.name.split(' ');
  const nameLike = words.length === 1 || words.every((word) => /^["'(]?(?!\p{Ll})/u.test(word) || PARTICLE.test(word));
  return nameLike ? person : null;
}
