import type { Form } from './form.ts';
import { readPerson } from './person.ts';

/** `Quoting NAME <address>:` (Horde), `NAME's message of DATE:`, `According to NAME:`, `Thus spake NAME (address):`. */
const LEAD =
  /^(?:Quoting|Citing|Zitat von|Citando|Citát|According to|Thus spake|Also sprach|Quoth|Message from|Begin quote from)\s+(.{2,200}?)\s*:$/iu;
/** `Excerpts from NAME's message of DATE:` (Sup, alot). */
const EXCERPTS = /^Excerpts from (.{2,100}?)['’]s? message of (.{4,80}?):$/iu;
/** Supercite: `>>>>> "ME" == Mo Example <mo@example.org> writes:` and `>>>>> On DATE, NAME said:`. */
const SUPERCITE = /^>{3,6} ?"([\w.'-]{1,16})" == (.{2,200}?) (?:writes|wrote|said|says):$/u;

/** Discourse and other forums: `[quote="NAME, post:3, topic:5"]`. */
const BLOCK = /^\[quote=["']?([^"',\]]{1,80})/i;

/**
 * An attribution that begins with the word for it.
 *
 * @example quoting.read('Quoting Mo Example <mo@example.org>:') → { name: 'Mo Example', address: 'mo@example.org', dated: false }
 */
export const quoting: Form = {
  name: 'quoting',
  read: (text) => {
    const supercite = SUPERCITE.exec(text);
    if (supercite !== null) return readPerson(supercite[2] ?? '');
    const block = BLOCK.exec(text)?.[1];
    if (block !== undefined) return { name: block.trim(), address: null, dated: false };
    const excerpts = EXCERPTS.exec(text)?.[1];
    if (excerpts !== undefined) return { name: excerpts, address: null, dated: true };
    const lead = LEAD.exec(text)?.[1];
    return lead === undefined ? null : readPerson(lead);
  },
};
