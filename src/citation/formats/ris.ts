import type { Cited } from '../cited.ts';
import type { CitationFormat } from './format.ts';

/**
 * RIS, type RPRT. Tags as reference managers read them for a report: SN and M1 the number, ET the edition, M3 the kind,
 * PB the institution, T2 the container. Lines end in CR LF.
 */
export const ris: CitationFormat = {
  name: 'ris',
  label: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  write: (cited) =>
    `${[['TY', 'RPRT'], ...fields(cited), ['ER', '']].map(([tag, value]) => `${tag}  - ${value}`).join('\r\n')}\r\n`,
};

function fields(cited: Cited): [string, string][] {
  const { version, date, words, digest } = cited;
  return [
    ['ID', cited.key],
    ['AU', cited.author],
    ['TI', cited.title],
    ...optional('PY', date?.slice(0, 4)),
    ...optional('DA', date?.replaceAll('-', '/')),
    ['SN', cited.id],
    ['M1', cited.id],
    ...optional('ET', version === null ? undefined : String(version)),
    ['M3', cited.genre],
    ['PB', cited.publisher],
    ['T2', cited.publisher],
    ['UR', cited.url],
    ['LA', 'en'],
    ['AB', cited.abstract],
    ['N1', cited.statement],
    ...cited.caveats.map((caveat): [string, string] => ['N1', caveat]),
    ...optional(
      'N1',
      words === null
        ? undefined
        : `Words of ${words.holder}, ${words.list}, ${words.date.slice(0, 10)}: ${words.sourceUrl}`,
    ),
    ...optional('N1', digest === null ? undefined : `sha256:${digest}`),
  ];
}

function optional(tag: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[tag, value]];
}
