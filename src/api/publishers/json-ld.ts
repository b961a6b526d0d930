import { citedOf } from '../../citation/index.ts';
import type { Corpus, CorpusDecision, CorpusPosition, CorpusSource } from '../../corpus/corpus.ts';
import { lookupOf } from '../../corpus/lookup.ts';
import { json, type Publisher } from '../publisher.ts';

/** Written out, so that no program has to fetch a context: schema.org for what it is, PROV for where it comes from. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  id: '@id',
  type: '@type',
  url: { '@type': '@id' },
  license: { '@type': '@id' },
  isPartOf: { '@type': '@id' },
  hasPart: { '@type': '@id' },
  sameAs: { '@type': '@id' },
  'prov:wasQuotedFrom': { '@type': '@id' },
  'prov:wasDerivedFrom': { '@type': '@id' },
};

/**
 * Linked data: a decision is a TechArticle with its positions, a position a Claim that rests on a Quotation of a message
 * (schema.org), with where the words come from (PROV-O).
 */
export const jsonLd: Publisher = {
  name: 'json-ld',
  about: 'One decision (TechArticle) or position (Claim, Quotation) as linked data: schema.org and PROV.',
  pattern: '<ID>.jsonld',
  *files(corpus) {
    const mediaType = 'application/ld+json; charset=utf-8';
    for (const decision of corpus.decisions) {
      yield { path: `${decision.id}.jsonld`, mediaType, body: json(article(corpus, decision)) };
    }
    for (const position of corpus.positions) {
      yield { path: `${position.id}.jsonld`, mediaType, body: json(claim(corpus, position)) };
    }
  },
};

function common(corpus: Corpus, { id, url }: CorpusDecision | CorpusPosition): Record<string, unknown> {
  const cited = citedOf(corpus, id);
  return {
    '@context': CONTEXT,
    id: url,
    url,
    identifier: id,
    name: cited?.title ?? id,
    inLanguage: 'en',
    license: corpus.licence,
    publisher: { type: 'Organization', name: corpus.name, url: corpus.site },
    author: { type: 'Organization', name: `${corpus.name} editors` },
    ...(cited?.version == null ? {} : { version: String(cited.version), datePublished: cited.date, sameAs: cited.url }),
    ...(cited === null || cited.caveats.length === 0 ? {} : { disambiguatingDescription: cited.caveats.join(' ') }),
  };
}

function article(corpus: Corpus, decision: CorpusDecision): Record<string, unknown> {
  const { question, summary, status, outcome, options, positions } = decision;
  return {
    ...common(corpus, decision),
    type: 'TechArticle',
    headline: decision.title,
    alternativeHeadline: question,
    abstract: summary,
    creativeWorkStatus: status,
    isPartOf: corpus.site,
    about: options.map(({ term, label }) => ({
      type: 'DefinedTerm',
      termCode: term,
      name: label,
      url: `${corpus.site}terms/${term}/`,
    })),
    hasPart: positions.map((id) => `${corpus.site}${id}/`),
    citation: outcome.facts.map(({ text, date, url }) => ({
      type: 'CreativeWork',
      name: text,
      datePublished: date,
      url,
    })),
  };
}

function claim(corpus: Corpus, position: CorpusPosition): Record<string, unknown> {
  const source = lookupOf(corpus).sources.get(position.evidence.source);
  const { holder, evidence, evidenceUrl, optionLabel, option, told, quotedBy } = position;
  // Who is told of did not speak: the words are those of who tells it.
  const speaker = told === true ? (quotedBy ?? null) : holder;
  return {
    ...common(corpus, position),
    type: 'Claim',
    isPartOf: `${corpus.site}${position.decision}/`,
    ...(option === null
      ? {}
      : { about: { type: 'DefinedTerm', termCode: option, name: optionLabel, url: `${corpus.site}terms/${option}/` } }),
    appearance: {
      type: ['Quotation', 'prov:Entity'],
      id: `${position.url}#words`,
      text: evidence.exact,
      ...(speaker === null ? {} : { creator: { type: 'Person', name: speaker } }),
      ...(position.dateOf === 'sent' ? { dateCreated: position.date } : {}),
      isBasedOn: source === undefined ? evidenceUrl : posting(source, evidenceUrl),
      'prov:wasQuotedFrom': source?.url ?? evidenceUrl,
    },
    'prov:wasDerivedFrom': evidenceUrl,
    ...(holder === null ? {} : { 'prov:wasAttributedTo': { type: 'prov:Agent', name: holder } }),
  };
}

function posting(
  { title, author, date, list, messageId, swhid, locators }: CorpusSource,
  evidenceUrl: string,
): Record<string, unknown> {
  return {
    type: 'DiscussionForumPosting',
    headline: title,
    author: { type: 'Person', name: author },
    datePublished: date,
    isPartOf: { type: 'WebSite', name: list },
    identifier: [...(messageId === null ? [] : [messageId]), swhid],
    url: locators.find(({ relation, checked }) => relation === 'page' && checked === 'confirmed')?.url ?? evidenceUrl,
  };
}
