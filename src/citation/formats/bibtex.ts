import type { CitationFormat } from './format.ts';
import { bracedTitle, comments, entry, note } from './latex.ts';

/** The names that every style defines; a month written out would not be one of them. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX for the classic styles: type `techreport`, the version in the number, since they know no field for it. */
export const bibtex: CitationFormat = {
  name: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  write: (cited) => {
    const { date } = cited;
    const month = MONTHS[Number(date?.slice(5, 7)) - 1] ?? null;
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
        ['month', month, 'macro'],
        ['url', cited.url, 'raw'],
        ['abstract', cited.abstract],
        ['note', note(cited)],
      ])
    );
  },
};
