import type { Corpus } from '../../corpus/corpus.ts';
import { lookupOf } from '../../corpus/lookup.ts';
import { JSON_TYPE, json, type Publisher } from '../publisher.ts';

/** Each decision with its positions, and each position with its decision's question, as JSON. */
export const records: Publisher = {
  name: 'record-json',
  about: 'One decision with its positions, or one position, with the fields of the corpus.',
  pattern: '<ID>.json',
  *files(corpus: Corpus) {
    for (const decision of corpus.decisions) {
      const positions = lookupOf(corpus).byDecision.get(decision.id) ?? [];
      const { id, ...rest } = decision;
      const body = json({ kind: 'decision', licence: corpus.licence, id, ...rest, positions });
      yield { path: `${id}.json`, mediaType: JSON_TYPE, body };
    }
    for (const { id, ...rest } of corpus.positions) {
      yield {
        path: `${id}.json`,
        mediaType: JSON_TYPE,
        body: json({ kind: 'position', licence: corpus.licence, id, ...rest }),
      };
    }
  },
};
