import { sha256 } from '../../model/digest.ts';
import type { Searchable } from '../match.ts';
import type { MovedIds } from '../moved.ts';
import { FACETS, KINDS, type Kind, type SearchRecord } from '../record.ts';
import { writeColumn } from './columns.ts';
import { PLACES, placesOf, type StoredRecord } from './fields.ts';
import { columnFile, type Manifest, MOVED, recordsFile, spellingFile, wordsFile } from './layout.ts';
import { type Entry, type Posting, writeBlock, writePostings } from './postings.ts';
import { spellingsOf } from './spelling.ts';

/** Letters of a block of the vocabulary; about half as many bytes travel. A form in very many records has a block of its own. */
const BLOCK = 12_000;

export interface MadeIndex {
  readonly manifest: Manifest;
  /** Contents by name, as JSON. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Makes the index of the search: an inverted index over the forms of `tokens.ts`, cut into blocks, and the records, a few a
 * file. The same records give the same index.
 *
 * @param moved Former ids, for who types one.
 */
export function makeIndex(records: readonly SearchRecord[], moved: MovedIds = {}): MadeIndex {
  const files = new Map<string, string>();
  const sorted = KINDS.flatMap((kind) => records.filter((record) => record.kind === kind));
  const counts = countKinds(sorted);
  for (const kind of KINDS) {
    const ofKind = sorted.filter((record) => record.kind === kind);
    const groups = Map.groupBy(ofKind.entries(), ([nth]) => recordsFile(kind, nth));
    for (const [name, group] of groups) files.set(name, JSON.stringify(group.map(([, record]) => storedOf(record))));
  }
  const blocks = blocksOf(entriesOf(sorted));
  for (const [number, block] of blocks.entries()) files.set(wordsFile(number), JSON.stringify(writeBlock(block)));
  for (const facet of FACETS) {
    files.set(columnFile(facet), JSON.stringify(writeColumn(sorted.map(({ filters }) => filters[facet] ?? []))));
  }
  files.set(columnFile('date'), JSON.stringify(writeColumn(sorted.map(({ date }) => (date === null ? [] : [date])))));
  const spellings = spellingsOf(sorted.map(({ title, text, meta }) => [title, ...text, meta.names ?? '']));
  for (const [group, spelling] of spellings) files.set(spellingFile(group), JSON.stringify(spelling));
  files.set(MOVED, JSON.stringify(moved));
  // By the digests of the files: all of them in one text would be more than a text can hold.
  const folder = sha256(JSON.stringify([...files].map(([name, content]) => [name, sha256(content)]))).slice(0, 12);
  const manifest = {
    folder,
    counts,
    blocks: blocks.map(([first]) => first?.form ?? ''),
    spellings: [...spellings.keys()].join(''),
  };
  return { manifest, files };
}

/** How many records there are of each kind. */
export function countKinds(records: readonly SearchRecord[]): Record<Kind, number> {
  const counts: Record<Kind, number> = { position: 0, decision: 0, theme: 0, fact: 0, term: 0, person: 0, source: 0 };
  for (const { kind } of records) counts[kind] += 1;
  return counts;
}

function storedOf({ url, title, text, also, meta }: SearchRecord): StoredRecord {
  return { url, title, text, also, meta };
}

/** Every form of every record with its postings, in order of code units. */
function entriesOf(records: readonly SearchRecord[]): Entry[] {
  const postings = new Map<string, Posting[]>();
  for (const [record, source] of records.entries()) {
    const places = placesOf(source.kind, storedOf(source));
    const seen = new Set<string>();
    for (const [place, name] of PLACES.entries()) {
      for (const [form, often] of formsOf(places[name])) {
        if (seen.has(form)) continue;
        seen.add(form);
        const known = postings.get(form);
        if (known === undefined) postings.set(form, [{ record, place, often }]);
        else known.push({ record, place, often });
      }
    }
  }
  return [...postings.keys()].sort().map((form) => ({ form, postings: writePostings(postings.get(form) ?? []) }));
}

/** The forms of a text, each with whether it stands there more than once. */
function formsOf({ words }: Searchable): Map<string, boolean> {
  const forms = new Map<string, boolean>();
  for (const word of words) for (const form of word.forms) forms.set(form, forms.has(form));
  return forms;
}

/** Cuts the vocabulary into blocks of about one size. */
function blocksOf(entries: readonly Entry[]): Entry[][] {
  const blocks: Entry[][] = [];
  let size = BLOCK;
  for (const entry of entries) {
    const length = entry.form.length + entry.postings.length + 2;
    const last = blocks.at(-1);
    if (last === undefined || size + length > BLOCK) {
      blocks.push([entry]);
      size = length;
    } else {
      last.push(entry);
      size += length;
    }
  }
  return blocks;
}
