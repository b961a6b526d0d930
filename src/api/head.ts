import { type Cited, citedOf, FORMATS } from '../citation/index.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { ANY_ID } from '../model/typed-id.ts';
import { HEIGHT, WIDTH } from './card/size.ts';
import { cardText } from './card/text.ts';

export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

/** What stands in the head of a page for programs. */
export interface Head {
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  /** Open Graph tags, which have a property where others have a name. */
  readonly properties: readonly { readonly property: string; readonly content: string }[];
  readonly links: readonly HeadLink[];
}

/**
 * Says what the head of a page holds for programs: on every page the feeds and the search, on the page of a decision or position
 * the Highwire tags that make Zotero file a *report* (an institution of a technical report outweighs every other tag), Dublin
 * Core, and Signposting's links.
 *
 * @param path Of the page, under the site's base, such as `PREC-7F3Q2-P3/`.
 */
export function headOf(corpus: Corpus, path: string): Head {
  const id = path.replace(/\/$/, '');
  const cited = ANY_ID.test(id) ? citedOf(corpus, id) : null;
  const links = general(corpus);
  return cited === null
    ? { metas: [], properties: [], links }
    : { metas: tags(cited), properties: picture(corpus, cited), links: [...links, ...signposts(corpus, cited)] };
}

function general({ site, name }: Corpus): HeadLink[] {
  return [
    { rel: 'alternate', type: 'application/atom+xml', title: `${name}: releases`, href: `${site}feed.xml` },
    { rel: 'alternate', type: 'application/feed+json', title: `${name}: releases`, href: `${site}feed.json` },
    { rel: 'search', type: 'application/opensearchdescription+xml', title: name, href: `${site}opensearch.xml` },
  ];
}

function tags(cited: Cited): { name: string; content: string }[] {
  const { title, author, publisher, id, url, abstract, date, statement, caveats } = cited;
  const named: [string, string | null][] = [
    ['citation_title', title],
    ['citation_author', author],
    ['citation_publication_date', date?.replaceAll('-', '/') ?? null],
    ['citation_technical_report_institution', publisher],
    ['citation_technical_report_number', id],
    ['citation_public_url', url],
    ['citation_language', 'en'],
    ['citation_abstract', [abstract, statement, ...caveats].join(' ')],
    ['twitter:card', cited.version === null ? 'summary' : 'summary_large_image'],
    ['DC.identifier', id],
    ['DC.rights', 'CC BY 4.0; quotations belong to their authors'],
  ];
  return named.flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
}

/** The picture for previews, where there is one. */
function picture({ site }: Corpus, cited: Cited): Head['properties'] {
  if (cited.version === null) return [];
  return [
    { property: 'og:image', content: `${site}${cited.id}.png` },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(WIDTH) },
    { property: 'og:image:height', content: String(HEIGHT) },
    { property: 'og:image:alt', content: cardText(cited) },
  ];
}

function signposts({ site, licence }: Corpus, { id, url, latest }: Cited): HeadLink[] {
  const files = FORMATS.flatMap(({ extension, mediaType, label }) =>
    extension === null
      ? []
      : [{ rel: 'describedby', type: bare(mediaType), title: label, href: `${site}${id}.${extension}` }],
  );
  return [
    { rel: 'cite-as', href: url },
    { rel: 'latest-version', href: latest },
    { rel: 'license', href: licence },
    { rel: 'describedby', type: 'application/ld+json', href: `${site}${id}.jsonld` },
    ...files,
    { rel: 'alternate', type: 'application/json', href: `${site}${id}.json` },
    { rel: 'alternate', type: 'text/markdown', href: `${site}${id}.md` },
  ];
}

/** A media type without its parameters. */
function bare(mediaType: string): string {
  return mediaType.split(';')[0] ?? mediaType;
}
