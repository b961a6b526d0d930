import { element, escapeXml } from '../../model/xml.ts';
import type { Publisher } from '../publisher.ts';

/** Lets a browser search the site from its address bar (OpenSearch 1.1). */
export const opensearch: Publisher = {
  name: 'opensearch',
  about: 'The search, for the address bar of a browser.',
  pattern: 'opensearch.xml',
  *files({ name, site }) {
    const body = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
      element('ShortName', name),
      element('Description', 'Design decisions: who argued for what, in which words'),
      element('InputEncoding', 'UTF-8'),
      `<Image width="32" height="32" type="image/svg+xml">${escapeXml(`${site}favicon.svg`)}</Image>`,
      `<Url type="text/html" template="${escapeXml(`${site}search/`)}?q={searchTerms}"/>`,
      '</OpenSearchDescription>',
      '',
    ].join('\n');
    yield { path: 'opensearch.xml', mediaType: 'application/opensearchdescription+xml; charset=utf-8', body };
  },
};
