import type { Cited } from '../cited.ts';

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Escapes text for a field of BibTeX or BibLaTeX. Letters stay UTF-8. Neighbours that TeX would draw as one character
 * (`--`, ` `` `, `''`, `` ?` ``) are held apart, so that a quotation is printed as it stands.
 *
 * @example escapeLatex('a_b -- c') → 'a\\_b -{}- c'
 */
function escapeLatex(text: string): string {
  return text
    .replace(/[\\{}$&#_%~^]/g, (character) => ESCAPED[character] ?? character)
    .replace(/([-`'])(?=\1)|([?!])(?=`)/g, '$&{}');
}

/** Writes an entry; a field that is null is left out, one that is `raw` stands as it is: an address is not text; a `macro` without braces. */
export function entry(
  type: string,
  key: string,
  fields: readonly (readonly [name: string, value: string | null, as?: 'raw' | 'macro'])[],
): string {
  const lines = fields.flatMap(([name, value, as]) => {
    if (value === null) return [];
    const written = as === 'macro' ? value : `{${as === 'raw' ? value : escapeLatex(value)}}`;
    return [`  ${name.padEnd(11)} = ${written},`];
  });
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

/**
 * The reservations as comments before the entry: whoever opens the file reads them first. An entry begins with an at sign, so
 * none may stand in a comment.
 */
export function comments({ caveats, statement }: Cited): string {
  return [...caveats, statement].map((caveat) => `%% ${caveat.replaceAll('@', ' at ')}\n`).join('');
}

/** The title in braces of its own, so that no style changes its case: names of people and programs stand in it. */
export function bracedTitle({ id, heading }: Cited): string {
  return `{${id}: ${escapeLatex(heading)}}`;
}

/** What a printed reference must still say: the words, what they are, the reservations, the digest. */
export function note({ words, statement, caveats, digest }: Cited): string {
  const quoted =
    words === null
      ? []
      : [`Words of ${words.holder}${words.through === null ? '' : `, ${words.through}`}: ${words.sourceUrl}.`];
  const mark = digest === null ? [] : [`sha256:${digest.slice(0, 12)}.`];
  return [statement, ...caveats, ...quoted, ...mark].join(' ');
}
