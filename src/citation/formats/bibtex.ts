import { longDate } from '../../site/dates.ts';
import type { CitationFormat } from './format.ts';
import { bracedTitle, comments, entry, note } from './latex.ts';

/** BibTeX for the classic styles: type `techreport`, the version in the number, since they know no field for it. */
export const bibtex: CitationFormat = {
  name: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  write: (cited) => {
    const { date } = cited;
    const month = date === null || date.length < 7 ? null : (longDate(date.slice(0, 7)).split(' ')[0] ?? null);
    const number = cited.version === null ? cited.id : `${cited.id}, version ${cited.version}`;
    return (
      comments(cited) +
      entry('techreport', cited.key, [
        ['author', `{${cited.author}}`, 'raw'],
        ['title', bracedTitle(cited), 'raw'],
        ['type', cited.genre],
        ['number', number],
        ['institution', cited.publisher],
        ['year', date?.slice(0, 4) ?? null],
        ['month', month],
        ['url', cited.url, 'raw'],
        ['abstract', cited.abstract],
        ['note', note(cited)],
      ])
    );
  },
};
