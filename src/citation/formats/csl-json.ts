import type { Cited } from '../cited.ts';
import type { CitationFormat } from './format.ts';

/** CSL-JSON (CSL 1.0.2, schema csl-data.json): a list with one item of type `report`. */
export const cslJson: CitationFormat = {
  name: 'csl-json',
  label: 'CSL-JSON',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  write: (cited) => `${JSON.stringify([item(cited)], null, 2)}\n`,
};

function item(cited: Cited): Record<string, unknown> {
  const { words, version, date, digest } = cited;
  const mark = digest === null ? [] : [`sha256:${digest}`];
  return {
    id: cited.key,
    'citation-key': cited.key,
    type: 'report',
    genre: cited.genre,
    number: cited.id,
    ...(version === null ? {} : { version: String(version) }),
    title: cited.title,
    author: [{ literal: cited.author }],
    publisher: cited.publisher,
    'container-title': cited.publisher,
    ...(date === null ? {} : { issued: dateParts(date) }),
    ...(words?.dateOf === 'sent' ? { 'original-date': dateParts(words.date) } : {}),
    ...(words === null ? {} : { archive: words.list, archive_location: words.messageId ?? words.sourceUrl }),
    URL: cited.url,
    language: 'en',
    abstract: cited.abstract,
    note: [cited.statement, ...cited.caveats, ...mark].join(' '),
  };
}

function dateParts(date: string): { 'date-parts': number[][] } {
  return { 'date-parts': [date.slice(0, 10).split('-').map(Number)] };
}
