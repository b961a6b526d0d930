import { readHtml } from './html-events.ts';

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'title', 'template', 'noscript']);
type Attributes = Readonly<Record<string, string>>;

interface Meaning {
  readonly quotation?: boolean;
  readonly silent?: boolean;
  /** Line breaks in the text count, by the page's style. */
  readonly lines?: boolean;
}

const NOTHING: Meaning = {};

/**
 * What sites mean by the class of a `div` or `span`: HyperKitty, and GitHub for comments that came by mail, show quotations
 * without their marks, behind a switch.
 */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['quoted-text', { quotation: true }],
  ['quoted-switch', { silent: true }],
  ['email-quoted-reply', { quotation: true, lines: true }],
  ['email-fragment', { lines: true }],
  ['email-signature-reply', { lines: true }],
  ['email-hidden-toggle', { silent: true }],
]);

function meaningOf({ class: names = '' }: Attributes): Meaning {
  if (!names.includes('quoted-') && !names.includes('email-')) return NOTHING;
  const known = names.split(/\s+/).find((name) => MEANINGS.has(name));
  return MEANINGS.get(known ?? '') ?? NOTHING;
}

/** Quotations nested deeper are taken as this deep: a bomb of blockquotes must not fill the memory with marks. */
const DEEPEST = 64;

/**
 * Renders HTML as plain text the way mailers do: blocks become lines, each `blockquote` puts `> ` before its lines, so that
 * the depth of quotation survives; scripts and styles are dropped, text in `pre` keeps its blanks. Feed it the events of
 * a parser.
 */
export class TextRenderer {
  private readonly lines: string[] = [];
  private line = '';
  private quotes = 0;
  private silent = 0;
  private pre = 0;
  private readonly boxes: Readonly<Record<'div' | 'span', Meaning[]>> = { div: [], span: [] };

  open(name: string, attributes: Attributes = {}): void {
    if (SILENT.has(name)) this.silent += 1;
    if (name === 'br') {
      this.endLine();
      return;
    }
    if (BLOCKS.has(name)) this.endBlock();
    if (name === 'p') this.blankLine();
    if (name === 'pre') this.pre += 1;
    if (name === 'blockquote') this.quotes += 1;
    if (name === 'div' || name === 'span') this.enter(name, meaningOf(attributes));
    if (name === 'li') this.line += '* ';
  }

  text(text: string): void {
    if (this.silent > 0) return;
    if (this.pre === 0) {
      this.line += text.replace(/[ \t\r\n]+/g, ' ');
      return;
    }
    const [first = '', ...rest] = text.split('\n');
    this.line += first;
    for (const next of rest) {
      this.endLine();
      this.line = next;
    }
  }

  close(name: string): void {
    if (SILENT.has(name)) this.silent = Math.max(this.silent - 1, 0);
    if (BLOCKS.has(name)) this.endBlock();
    if (name === 'p') this.blankLine();
    if (name === 'td' || name === 'th') this.line += ' ';
    if (name === 'pre') this.pre = Math.max(this.pre - 1, 0);
    if (name === 'blockquote') this.quotes = Math.max(this.quotes - 1, 0);
    if (name === 'div' || name === 'span') this.leave(name);
  }

  /** The index of the line that is being written. */
  get at(): number {
    return this.lines.length;
  }

  /** The text so far, every line with its break. */
  toString(): string {
    this.endBlock();
    while (this.lines.at(-1)?.trim() === '') this.lines.pop();
    return this.lines.map((text) => `${text}\n`).join('');
  }

  private enter(name: 'div' | 'span', meaning: Meaning): void {
    this.boxes[name].push(meaning);
    if (meaning.quotation === true) this.quotes += 1;
    if (meaning.silent === true) this.silent += 1;
    if (meaning.lines === true) this.pre += 1;
  }

  private leave(name: 'div' | 'span'): void {
    const meaning = this.boxes[name].pop() ?? NOTHING;
    if (meaning.quotation === true) this.quotes = Math.max(this.quotes - 1, 0);
    if (meaning.silent === true) this.silent = Math.max(this.silent - 1, 0);
    if (meaning.lines === true) this.pre = Math.max(this.pre - 1, 0);
  }

  private get marks(): string {
    return '> '.repeat(Math.min(this.quotes, DEEPEST));
  }

  private endLine(): void {
    const text = this.pre > 0 ? this.line.replace(/\r$/, '') : this.line.trim();
    this.lines.push(text === '' ? this.marks.trimEnd() : this.marks + text);
    this.line = '';
  }

  private endBlock(): void {
    if (this.line.trim() === '') this.line = '';
    else this.endLine();
  }

  private blankLine(): void {
    const last = this.lines.at(-1);
    if (last !== undefined && !/^[> ]*$/.test(last)) this.lines.push(this.marks.trimEnd());
  }
}

/**
 * Turns HTML into plain text; see `TextRenderer`.
 *
 * @example htmlToText('<p>yes<blockquote>no</blockquote>') → 'yes\n\n> no\n'
 */
export function htmlToText(html: string): string {
  const renderer = new TextRenderer();
  readHtml(html, {
    onopentag: (name, attributes) => renderer.open(name, attributes),
    ontext: (text) => renderer.text(text),
    onclosetag: (name) => renderer.close(name),
  });
  return renderer.toString();
}
