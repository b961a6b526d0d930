import { z } from 'zod';
import { MENTION } from '../../checking/mentions.ts';
import { Corpus } from '../../corpus/corpus.ts';
import { JSON_TYPE, json, type Publisher } from '../publisher.ts';

const LISTS = ['decisions', 'positions', 'sources', 'terms', 'people', 'gone', 'versions'] as const;

/** The whole knowledge in one file; `npm run cite` and `npm run check` work on it without the repository. */
export const corpusFile: Publisher = {
  name: 'corpus',
  about: 'Everything in one file: what npm run cite and npm run check read with --from.',
  pattern: 'api/v1/corpus.json',
  *files(corpus) {
    yield { path: 'api/v1/corpus.json', mediaType: JSON_TYPE, body: json(corpus) };
  },
};

/** Each list of the corpus by itself. */
export const collections: Publisher = {
  name: 'collections',
  about: `The lists of the corpus, each by itself: ${LISTS.join(', ')}.`,
  pattern: 'api/v1/<list>.json',
  *files(corpus) {
    for (const list of LISTS) {
      yield {
        path: `api/v1/${list}.json`,
        mediaType: JSON_TYPE,
        body: json({ licence: corpus.licence, [list]: corpus[list] }),
      };
    }
  },
};

/** The JSON Schema of the corpus (draft 2020-12). */
export const schema: Publisher = {
  name: 'schema',
  about: 'The JSON Schema (draft 2020-12) of corpus.json and of its lists.',
  pattern: 'api/v1/corpus.schema.json',
  *files(corpus) {
    const body = json({
      $id: `${corpus.site}api/v1/corpus.schema.json`,
      title: 'corpus',
      ...z.toJSONSchema(Corpus, { io: 'input', target: 'draft-2020-12' }),
    });
    yield { path: 'api/v1/corpus.schema.json', mediaType: 'application/schema+json; charset=utf-8', body };
  },
};

/** How an id is recognised in any text, for linters and autolinks. */
export const pattern: Publisher = {
  name: 'pattern',
  about: 'The regular expression by which an id and the version cited are recognised in any text.',
  pattern: 'api/v1/pattern.json',
  *files(corpus) {
    const body = json({
      pattern: MENTION.source,
      flags: 'gi',
      groups: { 1: 'id', 2: 'code of the decision', 3: 'version, where one is cited' },
      address: `${corpus.site}{id}/`,
      versionAddress: `${corpus.site}{id}/v/{version}/`,
    });
    yield { path: 'api/v1/pattern.json', mediaType: JSON_TYPE, body };
  },
};
