import { type SearchableRecord, searchable } from '../match.ts';
import type { Kind } from '../record.ts';

/** A record as the index keeps it for the browser. */
export interface StoredRecord {
  readonly url: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly also: readonly string[];
  readonly meta: Readonly<Record<string, string>>;
}

/** What is shown of a hit beside its words, and what it can be found by there. */
const HEADING = ['holder', 'stance', 'option', 'options', 'names', 'year', 'id', 'through', 'fate', 'status'];
/** What it belongs to. */
const CONTEXT = ['decision', 'list'];

/** The four places of a record in which a word may stand, from the best to the least; the index and the browser agree on them. */
export const PLACES = ['text', 'heading', 'also', 'context'] as const;

/** Takes a record apart into the words of its places. */
export function placesOf(kind: Kind, { title, text, also, meta }: StoredRecord): SearchableRecord {
  const named = (keys: readonly string[]) => keys.map((key) => meta[key] ?? '');
  // A fact is headed by the title of its decision, which is not about that fact.
  const [heading, context] = kind === 'fact' ? [named(HEADING), [title]] : [[title, ...named(HEADING)], named(CONTEXT)];
  return {
    text: searchable(text.join(' ')),
    heading: searchable(heading.join(' | ')),
    also: searchable(also.join(' | ')),
    context: searchable(context.join(' | ')),
  };
}
