import { citableIds } from '../../citation/index.ts';
import { idAddress } from '../../site/urls.ts';
import type { Publisher } from '../publisher.ts';

/**
 * Redirects for hosts that read a `_redirects` file: from ids that moved, and from ids typed in small letters. An HTTP
 * redirect keeps the fragment of an address. Other hosts serve the pages of former ids, and the page for what is not found leads on.
 */
export const redirects: Publisher = {
  name: 'redirects',
  about: 'Redirects for hosts that read this file: former ids, and ids in small letters.',
  pattern: '_redirects',
  *files(corpus) {
    const base = new URL(corpus.site).pathname;
    // A host would carry the `#P2` of a merged record to the `#P2` of another: the page of such a record knows better.
    const hasParts = (id: string) => corpus.gone.some((one) => one.id.startsWith(`${id}-P`));
    const moved = corpus.gone.flatMap(({ id, to }): [string, string][] =>
      to === null || hasParts(id) ? [] : [[id, to]],
    );
    const ids = [...citableIds(corpus), ...corpus.gone.map(({ id }) => id)];
    const small = ids.map((id): [string, string] => [id.toLowerCase(), id]);
    const lines = [...moved, ...small].map(([from, to]) => `${base}${from}/ ${base}${idAddress(to)} 301\n`);
    yield { path: '_redirects', mediaType: 'text/plain; charset=utf-8', body: lines.join('') };
  },
};
