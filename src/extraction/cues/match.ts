import type { Token } from '../words.ts';
import type { CueFamily } from './cue.ts';

/** One place of a phrase: the words that may stand there, and whether it may be left out. */
interface Slot {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
  readonly gap: boolean;
}

interface Phrase {
  readonly family: string;
  readonly text: string;
  /** Family and text, as weights are named by. */
  readonly name: string;
  readonly atStart: boolean;
  readonly slots: readonly Slot[];
}

/** A cue found in a sentence: its family, the phrase, and the tokens it covers (end exclusive). */
export interface CueHit {
  readonly family: string;
  readonly phrase: string;
  /** Family and phrase, as weights are named by. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Phrases by their first word. */
export type CueIndex = ReadonlyMap<string, Beginning>;

/** The phrases that begin with a word, in the order of their families: most need a certain second word. */
interface Beginning {
  /** Second word → the phrases that can go on with it. */
  readonly before: ReadonlyMap<string, readonly Phrase[]>;
  /** Those that can go on with any other word. */
  readonly otherwise: readonly Phrase[];
}

/** Most words that `~` may pass over. */
const GAP = 3;
/** Words that may stand before the beginning that `^` means. */
const OPENINGS = new Set(
  'but and so well however also then , -- ... " ( yes no yeah sure ok okay hmm hm ah oh right actually still anyway 0'.split(
    ' ',
  ),
);

/** Compiles families into an index by first and second word, so that a sentence is compared only with phrases that can begin there. */
export function indexCues(families: readonly CueFamily[]): CueIndex {
  const byFirst = new Map<string, Phrase[]>();
  for (const family of families) {
    for (const text of family.phrases) {
      const phrase = compile(family.id, text);
      for (const word of firstWords(phrase)) {
        const list = byFirst.get(word);
        if (list === undefined) byFirst.set(word, [phrase]);
        else list.push(phrase);
      }
    }
  }
  return new Map([...byFirst].map(([word, phrases]) => [word, indexSeconds(phrases)]));
}

function indexSeconds(phrases: readonly Phrase[]): Beginning {
  const words = new Set(phrases.flatMap((phrase) => [...(certainSecond(phrase) ?? [])]));
  return {
    before: new Map(
      [...words].map((word) => [word, phrases.filter((phrase) => certainSecond(phrase)?.has(word) ?? true)]),
    ),
    otherwise: phrases.filter((phrase) => certainSecond(phrase) === null),
  };
}

/** The words of which one must stand second in a phrase; null where others may. */
function certainSecond({ slots: [first, second] }: Phrase): ReadonlySet<string> | null {
  const certain = first?.optional === false && second !== undefined && !second.optional && !second.gap;
  return certain ? second.words : null;
}

function compile(family: string, text: string): Phrase {
  const atStart = text.startsWith('^');
  const slots = (atStart ? text.slice(1).trim() : text).split(' ').map((part): Slot => {
    if (part === '~') return { words: new Set(), optional: false, gap: true };
    const optional = part.length > 1 && part.endsWith('?');
    return { words: new Set((optional ? part.slice(0, -1) : part).split('|')), optional, gap: false };
  });
  if (slots[0]?.gap !== false) throw new RangeError(`a phrase begins with a word: ${text}`);
  return { family, text, name: `${family}:${text}`, atStart, slots };
}

function firstWords(phrase: Phrase): Set<string> {
  const words = new Set<string>();
  for (const slot of phrase.slots) {
    for (const word of slot.words) words.add(word);
    if (!slot.optional) break;
  }
  return words;
}

/** Finds the cues of a sentence, in order of where they begin. */
export function findCues(tokens: readonly Token[], index: CueIndex): CueHit[] {
  const hits: CueHit[] = [];
  const start = firstWord(tokens);
  for (let from = 0; from < tokens.length; from++) {
    const beginning = index.get(tokens[from]?.text ?? '');
    if (beginning === undefined) continue;
    for (const phrase of beginning.before.get(tokens[from + 1]?.text ?? '') ?? beginning.otherwise) {
      const { family, text, name, atStart, slots } = phrase;
      if (atStart && from > start) continue;
      // A first word that may not be left out is the one under which the phrase was found.
      const to = slots[0]?.optional ? matchSlots(tokens, from, slots, 0) : matchSlots(tokens, from + 1, slots, 1);
      if (to !== null) hits.push({ family, phrase: text, name, from, to });
    }
  }
  return hits;
}

function matchSlots(tokens: readonly Token[], at: number, slots: readonly Slot[], next: number): number | null {
  // Words that must stand there need no way back.
  for (let slot = slots[next]; slot !== undefined; slot = slots[++next]) {
    if (slot.gap || slot.optional) return matchChoice(tokens, at, slots, next, slot);
    const token = tokens[at];
    if (token === undefined || !slot.words.has(token.text)) return null;
    at++;
  }
  return at;
}

/** Matches a slot that more or fewer words may fill, and all behind it. */
function matchChoice(
  tokens: readonly Token[],
  at: number,
  slots: readonly Slot[],
  next: number,
  slot: Slot,
): number | null {
  if (slot.gap) {
    for (let skip = 0; skip <= GAP; skip++) {
      const end = matchSlots(tokens, at + skip, slots, next + 1);
      if (end !== null) return end;
    }
    return null;
  }
  const token = tokens[at];
  if (token !== undefined && slot.words.has(token.text)) {
    const end = matchSlots(tokens, at + 1, slots, next + 1);
    if (end !== null) return end;
  }
  return matchSlots(tokens, at, slots, next + 1);
}

/** Index of the first token that is no opening word or mark: `^yes` may begin at any of those as well. */
function firstWord(tokens: readonly Token[]): number {
  const index = tokens.findIndex((token) => !OPENINGS.has(token.text));
  return index === -1 ? tokens.length : index;
}
