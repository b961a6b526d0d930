import { oneLine } from '../records/one-line.ts';

/** Longest title or name kept, in characters. */
const LONGEST = 200;

/** Mail addresses, also as archives mask them; a name may hide one. */
const ADDRESS = /[^\s<>()[\]"',;:@]{1,64}@[^\s<>()[\]"',;:@]{1,255}/g;
const MASKED =
  /[\w.+-]{1,64}(?:\s+at\s+|\s*(?:\[at\]|\(at\)|<at>)\s*)[\w-]{1,63}(?:(?:\.|\s+dot\s+|\s*(?:\[dot\]|\(dot\))\s*)[\w-]{1,63}){1,5}/gi;

/** Text of a mail made safe to write down: one line, nothing that cannot be seen, no address, not too long. */
export function visible(text: string | null): string {
  const shown = oneLine(oneLine((text ?? '').slice(0, 4000)).replace(ADDRESS, '[address]'));
  const characters = Array.from(shown);
  return characters.length <= LONGEST
    ? shown
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** A person's name; of one that is an address, nothing is left. */
export function personal(name: string): string {
  return visible(name.slice(0, 4000).replace(MASKED, ' ').replace(ADDRESS, ' '))
    .replace(/[<>()]/g, '')
    .trim();
}
