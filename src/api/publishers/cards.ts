import { citableIds, citedOf } from '../../citation/index.ts';
import { card } from '../card/card.ts';
import type { Publisher } from '../publisher.ts';

/**
 * The picture that previews of a link show. Only what was released has one: what may still change is no picture to be kept by
 * every site that once showed it.
 */
export const cards: Publisher = {
  name: 'card',
  about:
    'The picture for previews of a link: the question, or the words with their holder and date. For what has been released.',
  pattern: '<ID>.png',
  *files(corpus) {
    for (const id of citableIds(corpus)) {
      const cited = citedOf(corpus, id);
      if (cited?.version != null) yield { path: `${id}.png`, mediaType: 'image/png', body: card(cited) };
    }
  },
};
