import { escapeXml } from '../model/xml.ts';

/**
 * Folds what a label cannot hold: white space and control characters to one blank, halves of surrogate pairs and
 * code points that are no characters to U+FFFD (XML 1.0 §2.2 forbids them).
 */
export function plainText(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed()
    .replace(/\p{Noncharacter_Code_Point}/gu, '\uFFFD');
}

/**
 * Writes plain text so that Mermaid shows exactly this text: the characters that end a string, open markup, start an
 * entity or a formula become `#code;`, and so do those that would begin a list, a comment, a link or an icon. `ﬂ` and
 * `¶` are among them because Mermaid marks its own entities with them. Letters, digits, blanks and underscores stay, so
 * that the text remains readable where it is copied to.
 *
 * A colon before a blank is safe; before anything else it could start an address, an icon or what Mermaid takes for a
 * style (`style…:…#`, where it swallows the semicolon of an entity).
 *
 * @example escapeLabel('say "no" to O_DIRECT') → 'say #34;no#34; to O_DIRECT'
 */
export function escapeLabel(text: string): string {
  const plain = plainText(text);
  if (plain === '') return ' ';
  return plain
    .replace(/[#"&<>`\\$ﬂ¶]/g, entity)
    .replace(/:(?! )/g, entity)
    .replace(/^(\d+)\./, '$1#46;')
    .replace(/^[-+*](?= )/, entity)
    .replace(/%(?=%)/g, entity);
}

/**
 * Shortens text to about `limit` characters, at a blank, with a mark that says so.
 *
 * @example clip('as others do it', 12) → 'as others …'
 */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = text.lastIndexOf(' ', limit - 2);
  return `${text.slice(0, end > 0 ? end : limit - 2).toWellFormed()} …`;
}

/**
 * Several lines of text as one quoted Mermaid label. They are joined by a line feed, not by `<br/>`: markup in a label
 * makes Mermaid decode the rest of it twice when it draws, and find icons and formulas there.
 */
export function quoteLabel(lines: readonly string[]): string {
  return `"${lines.map(escapeLabel).join('\n')}"`;
}

/**
 * An address as it may stand in a Mermaid string: everything that could end the string or pass for an entity is
 * percent-encoded.
 */
export function escapeHref(href: string): string {
  return href.toWellFormed().replace(/[\s"<>\\^`{|};\p{Cc}]/gu, (character) => encodeURIComponent(character));
}

/** Text on one line as the content or attribute of SVG inside HTML. @example svgText('a<b') → 'a&lt;b' */
export function svgText(text: string): string {
  return escapeXml(plainText(text));
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}
