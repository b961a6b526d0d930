import { PLACES } from '../index/fields.ts';
import { type Entry, readPostings } from '../index/postings.ts';
import { LEVELS, type Level, SHORTEST_START } from '../match.ts';
import type { Wanted } from '../query.ts';
import { stem } from '../tokens.ts';
import type { Engine } from './engine.ts';

/** The level of a record that does not hold a word. */
export const NONE = LEVELS.indexOf('none');
/** How all records answer one wanted word. */
export interface WordAnswer {
  readonly wanted: Wanted;
  /** For each record an index in `LEVELS`. */
  readonly levels: Uint8Array;
  /** Records (as 1) that may hold it side by side, which only their text can tell. */
  readonly maybe: Uint8Array | null;
  /** How many records hold it, those that only may not counted. */
  readonly count: number;
  /** Records (as 1) in which it stands more than once. */
  readonly often: Uint8Array;
}

/** The level of a record by how a form of it is related to the word and by the place of that form: `levelOf`, for single forms. */
const LEVEL_OF: Readonly<Record<'same' | 'stem' | 'start', Readonly<Record<(typeof PLACES)[number], Level>>>> = {
  same: { text: 'text', heading: 'heading', also: 'alias', context: 'context' },
  stem: { text: 'form', heading: 'form', also: 'alias', context: 'context' },
  start: { text: 'begins', heading: 'begins', also: 'alias', context: 'context' },
};

/** Postings that were read before. */
const read = new WeakMap<Entry, ReturnType<typeof readPostings>>();

function postingsOf(entry: Entry): ReturnType<typeof readPostings> {
  const known = read.get(entry);
  if (known !== undefined) return known;
  const value = readPostings(entry.postings);
  read.set(entry, value);
  return value;
}

/** Asks the index how all records answer a word: the same that `levelOf` says of each, without reading one. */
export async function answerWord(engine: Engine, wanted: Wanted): Promise<WordAnswer> {
  const levels = new Uint8Array(engine.total).fill(NONE);
  const often = new Uint8Array(engine.total);
  let count = 0;
  for (const entry of wanted.phrase ? [] : await engine.forms(reachOf(wanted))) {
    const relation = relationOf(entry.form, wanted);
    if (relation === null) continue;
    const byPlace = PLACES.map((place) => LEVELS.indexOf(LEVEL_OF[relation][place]));
    const { records, places } = postingsOf(entry);
    for (let at = 0; at < records.length; at += 1) {
      const record = records[at] ?? 0;
      const place = places[at] ?? 0;
      const level = byPlace[place >>> 1] ?? NONE;
      const before = levels[record] ?? NONE;
      if (level >= before) continue;
      if (before === NONE) count += 1;
      levels[record] = level;
      if (place % 2 === 1) often[record] = 1;
    }
  }
  return { wanted, levels, maybe: await sideBySide(engine, wanted, levels), count, often };
}

/** What all forms of a word begin with: what `stem` leaves of it, but for a y that may have been an i. */
function reachOf({ joined, stem: stemmed }: Wanted): string {
  return joined.length < SHORTEST_START ? joined : stemmed.replace(/y$/, '');
}

function relationOf(form: string, { joined, stem: stemmed, open }: Wanted): 'same' | 'stem' | 'start' | null {
  if (form === joined) return 'same';
  if (stem(form) === stemmed) return 'stem';
  return open && joined.length >= SHORTEST_START && form.startsWith(joined) ? 'start' : null;
}

/** Records that hold all parts of a phrase or of an identifier with signs, and do not hold the whole in a better place. */
async function sideBySide(engine: Engine, wanted: Wanted, levels: Uint8Array): Promise<Uint8Array | null> {
  const { parts, phrase } = wanted;
  if (parts.length < 2 || (!phrase && parts.some(({ length }) => length < 2))) return null;
  const held = new Uint8Array(engine.total);
  const distinct = [...new Set(parts)];
  for (const part of distinct) {
    const entry = (await engine.forms(part)).find(({ form }) => form === part);
    for (const record of entry === undefined ? [] : postingsOf(entry).records) held[record] = (held[record] ?? 0) + 1;
  }
  let any = false;
  for (let record = 0; record < held.length; record += 1) {
    const may = held[record] === distinct.length && (levels[record] ?? NONE) > 0;
    held[record] = may ? 1 : 0;
    any ||= may;
  }
  return any ? held : null;
}
