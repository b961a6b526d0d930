import { longDate } from '../../site/dates.ts';
import type { Cited } from '../cited.ts';
import { wrap } from '../wrap.ts';
import type { CitationFormat } from './format.ts';

/** Plain text for a mail: no line is wider than 75 columns but for an address that is longer by itself. */
export const text: CitationFormat = {
  name: 'text',
  label: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  write: (cited) => `${[...quotation(cited), reference(cited), notes(cited)].join('\n\n')}\n`,
};

function quotation({ words, question, abstract }: Cited): string[] {
  if (words === null) return [wrap(question), wrap(abstract, '  ')];
  const by = [
    words.holder,
    ...(words.through === null ? [] : [words.through]),
    words.list,
    `${words.dateOf === 'quoted' ? 'quoted ' : ''}${longDate(words.date)}`,
  ].join(', ');
  return [wrap(`"${words.exact}"`, '  '), `${wrap(`-- ${by}:`, '  ')}\n  ${words.sourceUrl}`];
}

function reference({ title, version, url, words, question }: Cited): string {
  const on = words === null ? '' : ` (on: ${question})`;
  const name = version === null ? title : `${title}, version ${version}`;
  return `${wrap(`${name}${on}`)}\n${url}`;
}

function notes({ statement, caveats, digest }: Cited): string {
  const mark = digest === null ? [] : [`sha256:${digest.slice(0, 12)}`];
  return wrap([statement, ...caveats, ...mark].join(' '));
}
