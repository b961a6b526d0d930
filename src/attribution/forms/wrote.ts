import type { Form, Named } from './form.ts';
import { readPerson } from './person.ts';

/** `wrote` in the languages that mailers speak. */
const VERB =
  /(?<![\p{L}])(?:wrote|writes|writ|said|says|asked|asks|replied|schrieb|schreibt|a [ée]crit|[ée]crit|[ée]crivait|escribi[óo]|escribe|escreveu|ha scritto|scrisse|scrive|schreef|skrev|skriver|kirjoitti|napisa[łl](?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|írta|yazd[ıi]|έγραψε|пишет|писала?|написала?|写道|寫道)(?![\p{L}])/giu;

/**
 * `On DATE, NAME wrote:` and its kin: a verb of writing, with name and date before it, after it, or on both sides.
 *
 * @example wrote.read('Am 13.06.2014 um 10:30 schrieb Mo Example:') → { name: 'Mo Example', dated: true, … }
 */
export const wrote: Form = {
  name: 'wrote',
  read: (text) => {
    const verb = [...text.matchAll(VERB)].at(-1);
    if (verb === undefined || verb.index === undefined) return null;
    const before = text.slice(0, verb.index);
    const after = text.slice(verb.index + verb[0].length).trim();
    const end = /^(.*?)\s*[:：]$/su.exec(after)?.[1];
    if (end === undefined) return null;
    return named(before, end);
  },
};

function named(before: string, after: string): Named | null {
  const left = readPerson(before);
  if (after === '' || /^(?:in|on|the following on)\b/i.test(after) || /^[^\p{L}]*$/u.test(after)) {
    return left === null ? null : { ...left, dated: left.dated || /\d/.test(after) };
  }
  const right = readPerson(after);
  if (right === null || right.name === null) return null;
  // A name on both sides is a sentence about writing.
  return left?.name ? null : { ...right, dated: right.dated || /\d/.test(before) };
}
