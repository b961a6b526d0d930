import { extractPositions } from '../extraction/index.ts';
import { keptOf } from '../kept/index.ts';
import { canonicalJson, sha256 } from '../model/digest.ts';
import type { FoundPosition } from '../model/position.ts';
import type { Term } from '../model/term.ts';
import { documentKey } from './attribute.ts';
import type { SourceEntry } from './knowledge.ts';

/** A source as far as the rules look at it, and as far as names what they find. */
type Ruled = Pick<SourceEntry, 'file' | 'sha256' | 'messages'> & {
  readonly source: Pick<SourceEntry['source'], 'speakers'>;
};

/**
 * Finds the positions of sources by rule, with this vocabulary. What was found is kept for later runs (see `src/kept/`): the rules
 * look again only where the bytes of a source, its annotations, the vocabulary or the code have changed.
 *
 * @example sources.map(findByRules(terms)) → the positions of each
 */
export function findByRules(terms: readonly Term[]): (source: Ruled) => readonly FoundPosition[] {
  const kept = keptOf<readonly FoundPosition[]>('positions');
  const vocabulary = sha256(canonicalJson(terms.map((term) => ({ ...term }))));
  return ({ file, sha256: digest, messages, source }) => {
    const key = `${documentKey(digest, file, source.speakers)}\0${vocabulary}`;
    const known = kept?.read(key);
    if (known != null) return known;
    const found = extractPositions(messages, terms);
    kept?.write(key, found);
    return found;
  };
}
