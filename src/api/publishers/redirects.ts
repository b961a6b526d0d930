import { citableIds } from '../../citation/index.ts';
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
    const moved = corpus.gone.flatMap(({ id, kind, to }) =>
      kind === 'moved' && to !== null ? [[id, to] as const] : [],
    );
    const small = citableIds(corpus).map((id) => [id.toLowerCase(), id] as const);
    const lines = [...moved, ...small].map(([from, to]) => `${base}${from}/ ${base}${to}/ 301\n`);
    yield { path: '_redirects', mediaType: 'text/plain; charset=utf-8', body: lines.join('') };
  },
};
