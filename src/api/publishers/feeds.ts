import type { Corpus } from '../../corpus/corpus.ts';
import { element, escapeXml } from '../../model/xml.ts';
import { type Event, eventsOf, newest } from '../events.ts';
import { json, type PublishedFile, type Publisher } from '../publisher.ts';

/** Feeds of the releases: all, and for each term that is an option somewhere. Dates are those of the releases. */
export const feeds: Publisher = {
  name: 'feeds',
  about:
    'What is new, changed, corrected or withdrawn, by release: Atom and JSON Feed; terms/<slug>/feed.xml for one term.',
  pattern: 'feed.xml, feed.json',
  *files(corpus) {
    yield* both(corpus, eventsOf(corpus), '', corpus.name);
    const terms = new Set(corpus.decisions.flatMap(({ options }) => options.map(({ term }) => term)));
    for (const { id, prefLabel } of corpus.terms) {
      if (terms.has(id)) yield* both(corpus, eventsOf(corpus, id), `terms/${id}/`, `${corpus.name}: ${prefLabel}`);
    }
  },
};

function* both(corpus: Corpus, events: readonly Event[], folder: string, title: string): Generator<PublishedFile> {
  const home = `${corpus.site}${folder}`;
  yield {
    path: `${folder}feed.xml`,
    mediaType: 'application/atom+xml; charset=utf-8',
    body: atom(corpus, events, home, title),
  };
  yield {
    path: `${folder}feed.json`,
    mediaType: 'application/feed+json; charset=utf-8',
    body: jsonFeed(events, home, title),
  };
}

/** Atom (RFC 4287). */
function atom(corpus: Corpus, events: readonly Event[], home: string, title: string): string {
  const entries = events.map(
    ({ url, title: heading, text, date, terms }) =>
      `<entry>${element('id', url)}${element('title', heading)}${element('updated', date)}<link href="${escapeXml(url)}"/>` +
      `${terms.map((term) => `<category term="${escapeXml(term)}"/>`).join('')}${element('summary', text)}</entry>\n`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n` +
    `${element('id', home)}\n${element('title', title)}\n${element('updated', newest(events, corpus))}\n` +
    `<author>${element('name', `${corpus.name} editors`)}</author>\n` +
    `<link rel="self" href="${escapeXml(`${home}feed.xml`)}"/>\n<link href="${escapeXml(home)}"/>\n${entries.join('')}</feed>\n`
  );
}

/** JSON Feed 1.1 (jsonfeed.org). */
function jsonFeed(events: readonly Event[], home: string, title: string): string {
  return json({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: `${home}feed.json`,
    language: 'en',
    items: events.map(({ url, title: heading, text, date, terms }) => {
      return { id: url, url, title: heading, content_text: text, date_published: date, tags: terms };
    }),
  });
}
