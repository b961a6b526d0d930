import type { Publisher } from '../publisher.ts';
import { element } from '../xml.ts';

/** The pages in one list (sitemaps.org 0.9), with the day of the release where there was one. */
export const sitemap: Publisher = {
  name: 'sitemap',
  about: 'All pages, with the day on which each was last released.',
  pattern: 'sitemap.xml',
  *files({ site, decisions, positions, sources, terms, people }) {
    const fixed = ['', 'sources/', 'terms/', 'people/', 'index/', 'about/', 'search/', 'api/'].map(
      (path) => site + path,
    );
    const others = [...sources, ...terms, ...people].map(({ url }) => url);
    const dated = [...decisions, ...positions].map(({ url, released }) => ({ url, date: released?.date ?? null }));
    const entries = [
      ...fixed.map((url) => ({ url, date: null })),
      ...dated,
      ...others.map((url) => ({ url, date: null })),
    ];
    const rows = entries.map(
      ({ url, date }) => `<url>${element('loc', url)}${date === null ? '' : element('lastmod', date)}</url>\n`,
    );
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('')}</urlset>\n`;
    yield { path: 'sitemap.xml', mediaType: 'application/xml; charset=utf-8', body };
  },
};
