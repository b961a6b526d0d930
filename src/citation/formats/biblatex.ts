import type { CitationFormat } from './format.ts';
import { bracedTitle, comments, entry, note } from './latex.ts';

/** BibLaTeX (biblatex manual §2.1.1, type `report`), which keeps version, date and the date of the words apart. */
export const biblatex: CitationFormat = {
  name: 'biblatex',
  label: 'BibLaTeX',
  extension: 'biblatex.bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  write: (cited) =>
    comments(cited) +
    entry('report', cited.key, [
      ['author', `{${cited.author}}`, 'raw'],
      ['title', bracedTitle(cited), 'raw'],
      ['type', cited.genre],
      ['number', cited.id],
      ['version', cited.version === null ? null : String(cited.version)],
      ['institution', cited.publisher],
      ['date', cited.date],
      ['origdate', cited.words?.dateOf === 'sent' ? cited.words.date.slice(0, 10) : null],
      ['url', cited.url, 'raw'],
      ['langid', 'english'],
      ['abstract', cited.abstract],
      ['note', note(cited)],
    ]),
};
