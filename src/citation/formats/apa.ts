import { longDate } from '../../site/dates.ts';
import type { CitationFormat } from './format.ts';

/** A reference in words, in the order of author-date styles: author, date, title, version, kind, publisher, address. */
export const apa: CitationFormat = {
  name: 'apa',
  label: 'Reference in words',
  extension: null,
  mediaType: 'text/plain; charset=utf-8',
  write: ({ author, date, title, version, genre, url, words, statement, caveats }) => {
    const day = date === null ? 'n.d.' : longDate(date);
    const edition = version === null ? '' : ` (Version ${version})`;
    const from =
      words === null
        ? ''
        : ` Quoting ${words.holder}${words.through === null ? '' : `, ${words.through}`}, ${words.list}, ${longDate(words.date)}: ${words.sourceUrl}`;
    return `${author}. (${day}). ${title}${edition} [${genre}]. ${url}${from} ${[statement, ...caveats].join(' ')}\n`;
  },
};
