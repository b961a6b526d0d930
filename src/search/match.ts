import type { Wanted } from './query.ts';
import { stem, type Word, wordsOf } from './tokens.ts';

/**
 * How a record holds a wanted word, best first: the word itself in what is shown, in its heading, another form of it, a
 * word that begins so, only another name of the thing, only the name of what it belongs to, or not at all.
 */
export const LEVELS = ['text', 'heading', 'form', 'begins', 'alias', 'context', 'none'] as const;
export type Level = (typeof LEVELS)[number];

/** A shorter word has too many others that begin like it to be taken for a beginning. */
export const SHORTEST_START = 3;

/** Some text, prepared to be asked for words. */
export interface Searchable {
  readonly words: readonly Word[];
  readonly forms: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** All smallest parts in order between blanks, to find words side by side: ` per vma lock `. */
  readonly sequence: string;
}

/** A record, prepared to be asked for words. */
export interface SearchableRecord {
  readonly text: Searchable;
  readonly heading: Searchable;
  readonly also: Searchable;
  /** Title of the decision, name of the list. */
  readonly context: Searchable;
}

/** Prepares a text once for any number of questions. */
export function searchable(text: string): Searchable {
  const words = wordsOf(text);
  return {
    words,
    forms: new Set(words.flatMap(({ forms }) => forms)),
    stems: new Set(words.flatMap(({ forms }) => forms.map(stem))),
    sequence: ` ${words.flatMap(({ parts }) => parts).join(' ')} `,
  };
}

/** Says how a record holds one wanted word. */
export function levelOf(wanted: Wanted, { text, heading, also, context }: SearchableRecord): Level {
  if (holds(wanted, text)) return 'text';
  if (holds(wanted, heading)) return 'heading';
  if (!wanted.phrase) {
    if (text.stems.has(wanted.stem) || heading.stems.has(wanted.stem)) return 'form';
    if (begins(wanted, text) || begins(wanted, heading)) return 'begins';
  }
  if (holdsSomehow(wanted, also)) return 'alias';
  return holdsSomehow(wanted, context) ? 'context' : 'none';
}

/** Whether a text holds a wanted word, another form of it, or a word that begins so. */
export function holdsSomehow(wanted: Wanted, text: Searchable): boolean {
  return holds(wanted, text) || text.stems.has(wanted.stem) || begins(wanted, text);
}

function holds(wanted: Wanted, text: Searchable): boolean {
  if (!wanted.phrase && text.forms.has(wanted.joined)) return true;
  return wanted.parts.length > 1 && text.sequence.includes(` ${wanted.parts.join(' ')} `);
}

function begins(wanted: Wanted, { forms }: Searchable): boolean {
  for (const form of forms) if (startsLike(form, wanted)) return true;
  return false;
}

/** How well a record answers a whole query. */
export interface Answer {
  /** For each wanted word, in order. */
  readonly levels: readonly Level[];
  /** Whether it holds every one of them. */
  readonly whole: boolean;
}

/** Says how a record answers all that is wanted. */
export function answerOf(wanted: readonly Wanted[], record: SearchableRecord): Answer {
  const levels = wanted.map((one) => levelOf(one, record));
  return { levels, whole: !levels.includes('none') };
}

/** Orders answers: fewer missing words first, then the one whose words are found in the better places. */
export function compareAnswers(a: Answer, b: Answer): number {
  return missing(a) - missing(b) || worth(a) - worth(b);
}

function missing({ levels }: Answer): number {
  return levels.filter((level) => level === 'none').length;
}

function worth({ levels }: Answer): number {
  return levels.reduce((sum, level) => sum + LEVELS.indexOf(level), 0);
}

/** A stretch of text, UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text to mark for what is wanted, in order, apart from one another. */
export function marksOf(wanted: readonly Wanted[], text: Searchable): Range[] {
  const marked = new Set<Word>();
  for (const one of wanted) {
    for (const word of text.words) if (!one.phrase && isForm(one, word)) marked.add(word);
    for (const word of sideBySide(one, text.words)) marked.add(word);
  }
  return text.words.filter((word) => marked.has(word)).map(({ start, end }) => ({ start, end }));
}

function isForm(wanted: Wanted, { forms }: Word): boolean {
  return forms.some((form) => form === wanted.joined || stem(form) === wanted.stem || startsLike(form, wanted));
}

function startsLike(form: string, { joined, open }: Wanted): boolean {
  return open && joined.length >= SHORTEST_START && form.startsWith(joined);
}

/** The words whose parts, one after the other, are the wanted parts. */
function sideBySide({ parts }: Wanted, words: readonly Word[]): Word[] {
  if (parts.length < 2) return [];
  const all = words.flatMap((word) => word.parts.map((part) => ({ part, word })));
  const found: Word[] = [];
  for (let at = 0; at + parts.length <= all.length; at += 1) {
    if (parts.every((part, index) => all[at + index]?.part === part)) {
      for (const { word } of all.slice(at, at + parts.length)) found.push(word);
    }
  }
  return found;
}
