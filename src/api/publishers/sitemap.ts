import { element } from '../../model/xml.ts';
import type { Publisher } from '../publisher.ts';

/**
 * The pages in one list (sitemaps.org 0.9), with the day of the release where there was one. Versions and former ids are left
 * out: they are for who cites them, not for who looks for something.
 */
export const sitemap: Publisher = {
  name: 'sitemap',
  about: 'All pages, with the day on which each was last released.',
  pattern: 'sitemap.xml',
  *files({ site, decisions, positions, gone }, pages) {
    const days = new Map([...decisions, ...positions].map(({ id, released }) => [`${id}/`, released?.date]));
    const former = new Set(gone.map(({ id }) => `${id}/`));
    const rows = [...new Set([...pages, ...days.keys()])]
      .filter((page) => !former.has(page) && !/^PREC-[^/]*\/v\//.test(page))
      .sort()
      .map((page) => {
        const day = days.get(page);
        return `<url>${element('loc', site + page)}${day === undefined ? '' : element('lastmod', day)}</url>\n`;
      });
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('')}</urlset>\n`;
    yield { path: 'sitemap.xml', mediaType: 'application/xml; charset=utf-8', body };
  },
};
