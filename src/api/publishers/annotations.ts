import type { Corpus, CorpusPosition } from '../../corpus/corpus.ts';
import { lookupOf } from '../../corpus/lookup.ts';
import { json, type Publisher } from '../publisher.ts';

/**
 * The evidence as W3C Web Annotations: each position annotates a stretch of its source by its words, and by their lines. One
 * collection with one page, so that a program that reads annotations needs a single file.
 */
export const annotations: Publisher = {
  name: 'annotations',
  about: 'The evidence of all positions as W3C Web Annotations.',
  pattern: 'api/v1/annotations.jsonld',
  *files(corpus) {
    const id = `${corpus.site}api/v1/annotations.jsonld`;
    const items = corpus.positions.map((position) => annotation(corpus, position));
    const body = json({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id,
      type: 'AnnotationCollection',
      label: corpus.name,
      total: items.length,
      first: { id: `${id}#page`, type: 'AnnotationPage', startIndex: 0, items },
    });
    yield { path: 'api/v1/annotations.jsonld', mediaType: 'application/ld+json; charset=utf-8', body };
  },
};

function annotation(
  corpus: Corpus,
  { url, holder, stance, optionLabel, evidence }: CorpusPosition,
): Record<string, unknown> {
  const source = lookupOf(corpus).sources.get(evidence.source);
  const { exact, prefix, suffix, start, end } = evidence;
  return {
    id: `${url}#annotation`,
    type: 'Annotation',
    motivation: 'classifying',
    rights: corpus.licence,
    body: {
      type: 'TextualBody',
      format: 'text/plain',
      language: 'en',
      value: `${holder ?? 'An unnamed speaker'} ${stance}${optionLabel === null ? '' : ` ${optionLabel}`}`,
      creator: { type: 'Organization', name: `${corpus.name} editors` },
    },
    target: {
      source: source?.url ?? corpus.site,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact,
          ...(prefix === '' ? {} : { prefix }),
          ...(suffix === '' ? {} : { suffix }),
        },
        {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc5147',
          // RFC 5147 counts the gaps between lines from 0, so the first line is 0,1.
          value: `line=${start.line - 1},${end.line}`,
        },
      ],
      ...(source === undefined
        ? {}
        : { state: { type: 'TimeState', sourceDate: instant(source.date), cached: source.url } }),
    },
  };
}

/** xsd:dateTime, which TimeState asks for; a day that is all that is known begins at midnight. */
function instant(date: string): string {
  if (date.length > 10) return date;
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
