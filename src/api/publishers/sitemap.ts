import { element } from '../../model/xml.ts';
import { pagesOf } from '../../site/paging.ts';
import type { PublishedFile, Publisher } from '../publisher.ts';

/** URLs in one file (sitemaps.org 0.9); where there are more, `sitemap.xml` lists the files. */
const MOST = 50_000;

/**
 * The pages in a list (sitemaps.org 0.9), with the day of the release where there was one. Versions and former ids are left
 * out: they are for who cites them, not for who looks for something.
 */
export const sitemap: Publisher = {
  name: 'sitemap',
  about: 'All pages, with the day on which each was last released; in several files where they are more than 50,000.',
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
    if (rows.length <= MOST) {
      yield file('sitemap.xml', 'urlset', rows);
      return;
    }
    const parts = pagesOf(rows, MOST);
    for (const part of parts) yield file(`sitemap-${part.number}.xml`, 'urlset', part.rows);
    const named = parts.map(({ number }) => `<sitemap>${element('loc', `${site}sitemap-${number}.xml`)}</sitemap>\n`);
    yield file('sitemap.xml', 'sitemapindex', named);
  },
};

function file(path: string, root: string, rows: readonly string[]): PublishedFile {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('')}</${root}>\n`;
  return { path, mediaType: 'application/xml; charset=utf-8', body };
}
