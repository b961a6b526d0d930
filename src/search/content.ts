import type { Kind, SearchRecord } from './record.ts';
import { symbolForms } from './tokens.ts';

/**
 * How a record lies in the index: one string, for the engine keeps no other. Lines are parted by ␤; ␞ stands before the other
 * names, which are found but not shown, and again before the forms of identifiers, for the engine alone. Both signs are no letters, so no word contains them. Shared by the build and the browser.
 */
const LINE_END = '␤';
const TEXT_END = '␞';
/** The engine escapes `<` and `>` for HTML but not `&`, which cannot be undone; so it gets private-use characters instead. */
const LESS = '\u{e000}';
const GREATER = '\u{e001}';

/** A record as the engine takes it (Pagefind's custom record). */
export interface IndexEntry {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: Record<string, string>;
  readonly filters: Record<string, string[]>;
  readonly sort: Record<string, string>;
}

/** What the browser reads back of an entry. */
export interface StoredText {
  readonly lines: readonly string[];
  readonly also: string;
}

/**
 * Turns records into entries. The engine keeps one entry an address and silently drops the others, so a repeated address
 * (two speakers in one line) is told apart by `~2`, `~3`, which `addressOf` takes off again.
 */
export function indexEntries(records: readonly SearchRecord[]): IndexEntry[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const count = (seen.get(record.url) ?? 0) + 1;
    seen.set(record.url, count);
    return entryOf(record, count === 1 ? record.url : `${record.url}~${count}`);
  });
}

function entryOf({ kind, title, text, also, meta, filters, date }: SearchRecord, url: string): IndexEntry {
  const shown = text.map(withoutMarks);
  const hidden = also.map(withoutMarks);
  const { at, line, ...searched } = meta;
  const symbols = symbolForms([title, ...Object.values(searched), ...shown, ...hidden].join(' | '));
  return {
    url,
    content: `${shown.join(` ${LINE_END} `)} ${TEXT_END} ${hidden.join(' , ')} ${TEXT_END} ${symbols.join(' ')}`
      .replaceAll('<', LESS)
      .replaceAll('>', GREATER),
    language: 'en',
    meta: { ...searched, ...veiled({ at, line }), title, kind },
    filters: {
      kind: [kind],
      ...Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, [...values]])),
    },
    // Entries without a date stand last when the newest come first.
    sort: { date: date ?? '0000' },
  };
}

function withoutMarks(text: string): string {
  return text.replace(/[␤␞\u{e000}\u{e001}]/gu, ' ');
}

/** Takes the content of an entry apart again. Blanks are folded: the engine keeps single ones only. */
export function readContent(stored: string): StoredText {
  const [text = '', also = ''] = stored.replaceAll(LESS, '<').replaceAll(GREATER, '>').split(TEXT_END);
  return { lines: text.split(LINE_END).map((line) => line.trim()), also: also.trim() };
}

/** First of the private-use characters that stand for ASCII in a veiled value. */
const VEIL = 0xe100;

/**
 * The engine makes every word of every field findable; an address would make each hit of a source one for the words of its
 * name. Moved to private-use characters, which are no letters, it is kept and not indexed.
 */
function veiled(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, shift(value, VEIL)]])),
  );
}

/** Reads a veiled value. @example unveil(entry.meta.at) → '/sources/2014-frob/#L3' */
export function unveil(value: string): string {
  return shift(value, -VEIL);
}

function shift(text: string, by: number): string {
  return Array.from(text, (character) => String.fromCharCode(character.charCodeAt(0) + by)).join('');
}

/** The address of an entry as a page. @example addressOf('/sources/x/#L9~2') → '/sources/x/#L9' */
export function addressOf(url: string): string {
  return url.replace(/~\d+$/, '');
}

/** Whether a string read from the index names a kind of hit. */
export function isKind(name: string, kinds: readonly Kind[]): name is Kind {
  return kinds.some((kind) => kind === name);
}
