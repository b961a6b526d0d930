import type { CorpusPosition } from '../../corpus/corpus.ts';
import type { Publisher } from '../publisher.ts';

/** The columns of positions.csv, in order. */
const COLUMNS: Readonly<Record<string, (position: CorpusPosition) => string>> = {
  id: ({ id }) => id,
  decision: ({ decision }) => decision,
  version: ({ released }) => String(released?.version ?? ''),
  holder: ({ holder }) => holder ?? '',
  basis: ({ basis }) => basis,
  stance: ({ stance }) => stance,
  hedge: ({ hedge }) => hedge,
  option: ({ option }) => option ?? '',
  second_hand: ({ secondHand }) => (secondHand ? 'yes' : 'no'),
  quoted_by: ({ quotedBy }) => quotedBy ?? '',
  date: ({ date }) => date,
  date_of: ({ dateOf }) => dateOf,
  source: ({ evidence }) => evidence.source,
  line: ({ evidence }) => String(evidence.start.line),
  words: ({ evidence }) => evidence.exact,
  review: ({ review }) => review,
  url: ({ url }) => url,
};

/** The positions as a table (RFC 4180). */
export const csv: Publisher = {
  name: 'positions-csv',
  about: 'The positions as a table, one row each.',
  pattern: 'api/v1/positions.csv',
  *files({ positions }) {
    const rows = [
      Object.keys(COLUMNS),
      ...positions.map((position) => Object.values(COLUMNS).map((column) => column(position))),
    ];
    const body = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
    yield { path: 'api/v1/positions.csv', mediaType: 'text/csv; charset=utf-8; header=present', body };
  },
};

/**
 * Quotes a cell where RFC 4180 asks for it. A text that a spreadsheet would run as a formula gets an apostrophe before it: words
 * of sources must stay words (OWASP, CSV injection).
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
