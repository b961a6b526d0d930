import type { Form } from './form.ts';
import { readPerson } from './person.ts';

/** `NAME <address> [date]:`, as mu4e and mutt write it, with or without a star before it. */
const BRACKETED = /^\*?\s*(\S.{0,160}?)\s*\[([^\][]{4,60})\]\s*:$/u;
/** A date holds a year or a time. */
const DATE = /\d{1,2}[:.]\d\d|\b(?:19|20)\d\d|\d{4}年|\d{6}/;
/** The date comes first and the address last, without a verb: Gmail in Russian, Japanese, Hebrew and Arabic, Apple Mail in Japanese. */
const DATE_FIRST = /^[^<]{6,120}<[^<>\s]{1,120}(?:@| at )[^<>]{1,100}>\s*(?:のメール)?\s*[:：]$/u;

/**
 * An attribution without a verb: name, date and a colon.
 *
 * @example dated.read('Mo Example <mo@example.org> [21. May 2021]:')
 *   → { name: 'Mo Example', address: 'mo@example.org', dated: true }
 */
export const dated: Form = {
  name: 'dated',
  read: (text) => {
    const bracketed = BRACKETED.exec(text);
    if (bracketed !== null && DATE.test(bracketed[2] ?? '')) {
      const person = readPerson(bracketed[1] ?? '');
      return person === null ? null : { ...person, dated: true };
    }
    if (!DATE_FIRST.test(text) || !DATE.test(text)) return null;
    return readPerson(text.replace(/(?:のメール)?\s*[:：]$/u, ''));
  },
};
