import { TextRenderer } from '../html.ts';
import { readHtml } from '../html-events.ts';

type Attributes = Readonly<Record<string, string>>;

/** Where a family of pages keeps one field: in an element's text, in an attribute, or in a comment. */
export interface Rule {
  readonly field: string;
  /** Matches the element whose text, or whose attribute, is the field. */
  readonly element?: (name: string, attributes: Attributes) => boolean;
  /** Takes the field from an attribute instead of the text. */
  readonly attribute?: (attributes: Attributes) => string | null;
  /** Takes the field from a comment. */
  readonly comment?: RegExp;
  /** Undoes what the family does to the text of its comment. */
  readonly undo?: (text: string) => string;
  /** Comments between which everything is the field. */
  readonly between?: { readonly start: RegExp; readonly end: RegExp };
  /** Takes line breaks in the text as they stand, as the style of some pages does. */
  readonly preformatted?: boolean;
  /** Passes over such an element inside another. */
  readonly outermost?: boolean;
}

/** One field as it was found, in the order of the page. */
export interface Piece {
  readonly field: string;
  readonly text: string;
  /** How deep in the page its element stands; 0 for what stands in a comment. */
  readonly level: number;
}

/** Walks over a page once and collects the fields that the rules name, as plain text. Fields may nest. */
export function collect(html: string, rules: readonly Rule[]): Piece[] {
  const pieces: Piece[] = [];
  const open: { rule: Rule; renderer: TextRenderer; level: number }[] = [];
  let level = 0;
  // A comment may begin a field inside an element whose line breaks count.
  let pre = 0;
  const begin = (rule: Rule, at: number, name?: string): void => {
    const renderer = new TextRenderer();
    if (rule.preformatted === true || (name === undefined && pre > 0)) renderer.open('pre');
    if (name !== undefined) renderer.open(name);
    open.push({ rule, renderer, level: at });
  };
  const end = (index: number): void => {
    const [ended] = open.splice(index, 1);
    if (ended === undefined) return;
    pieces.push({ field: ended.rule.field, text: ended.renderer.toString(), level: Math.max(ended.level, 0) });
  };
  readHtml(html, {
    onopentag(name, attributes) {
      level += 1;
      if (name === 'pre') pre += 1;
      for (const { renderer } of open) renderer.open(name, attributes);
      for (const rule of rules) {
        if (rule.element?.(name, attributes) !== true) continue;
        if (rule.outermost === true && open.some((one) => one.rule === rule)) continue;
        const text = rule.attribute?.(attributes);
        if (rule.attribute === undefined) begin(rule, level, name);
        else if (text !== null && text !== undefined) pieces.push({ field: rule.field, text, level });
      }
    },
    ontext(text) {
      for (const { renderer } of open) renderer.text(text);
    },
    onclosetag(name) {
      for (let index = open.length - 1; index >= 0; index -= 1) if (open[index]?.level === level) end(index);
      for (const { renderer } of open) renderer.close(name);
      level -= 1;
      if (name === 'pre') pre -= 1;
    },
    oncomment(text) {
      for (const rule of rules) {
        const value = rule.comment?.exec(text)?.[1];
        if (value !== undefined) pieces.push({ field: rule.field, text: rule.undo?.(value) ?? value, level: 0 });
        if (rule.between?.start.test(text)) begin(rule, -1);
        const index = open.findIndex((one) => one.rule === rule && one.level === -1);
        if (rule.between?.end.test(text) && index !== -1) end(index);
      }
    },
  });
  while (open.length > 0) end(open.length - 1);
  return pieces;
}

/** Tells whether an element has a class. */
export function hasClass(attributes: Attributes, name: string): boolean {
  return (attributes.class ?? '').split(/\s+/).includes(name);
}

/** Undoes the entities that archives write into comments. */
export function unescapeComment(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
