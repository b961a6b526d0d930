/** The tags of a page's head that reference managers read: name → contents, in order. */
export type Tags = ReadonlyMap<string, readonly string[]>;

/**
 * The item that Zotero makes of a page's tags, as its translators “Embedded Metadata” and “RDF” decide: a Highwire tag that
 * names a kind of container decides the type before anything else; a bare `citation_title` or an `og:type` of `article` gives a
 * journal article; the public address outweighs the page's own.
 */
export function zoteroItem(tags: Tags): Record<string, string | undefined> {
  const one = (name: string) => tags.get(name)?.[0];
  return {
    itemType: itemType(one),
    title: one('citation_title') ?? one('og:title'),
    reportNumber: one('citation_technical_report_number'),
    institution: one('citation_technical_report_institution'),
    date: one('citation_publication_date'),
    url: one('citation_public_url') ?? one('canonical') ?? one('og:url'),
    abstractNote: one('citation_abstract') ?? one('og:description'),
    language: one('citation_language'),
    creators: tags.get('citation_author')?.join('; '),
  };
}

const CONTAINERS: readonly [tag: string, type: string][] = [
  ['citation_technical_report_institution', 'report'],
  ['citation_conference_title', 'conferencePaper'],
  ['citation_dissertation_institution', 'thesis'],
  ['citation_inbook_title', 'bookSection'],
  ['citation_journal_title', 'journalArticle'],
];

function itemType(one: (name: string) => string | undefined): string {
  const container = CONTAINERS.find(([tag]) => one(tag) !== undefined);
  if (container !== undefined) return container[1];
  if (one('citation_title') !== undefined || one('og:type') === 'article') return 'journalArticle';
  return 'webpage';
}
