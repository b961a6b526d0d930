import { longDate } from '../../site/dates.ts';
import type { Cited, CitedWords } from '../cited.ts';
import { wrap } from '../wrap.ts';
import type { CitationFormat } from './format.ts';

/**
 * A paragraph for a Linux commit message: what was argued, in which words, and `Link:` trailers with the footnotes `[1]`, `[2]`
 * that the text refers to (Documentation/process/5.Posting.rst). It says enough to be understood without following a link.
 *
 * Quoted lines begin with `> `, so that none can be taken for a tag, a diff or a comment. No digest: checkpatch takes twelve
 * hexadecimal digits for a commit (GIT_COMMIT_ID).
 */
export const kernel: CitationFormat = {
  name: 'kernel',
  label: 'Kernel commit message',
  extension: null,
  mediaType: 'text/plain; charset=utf-8',
  write: (cited) =>
    `${[wrap(summary(cited)), wrap(cited.words?.exact ?? cited.abstract, '> '), ...reservations(cited), links(cited)].join('\n\n')}\n`,
};

function summary({ kind, id, version, words, question }: Cited): string {
  const name = version === null ? id : `${id} version ${version}`;
  if (words === null)
    return `How this was argued before is recorded as ${name} [1]. The question "${question}" came out as:`;
  if (kind === 'line') return `${clause(words)} [2], under "${question}" (${id} [1]):`;
  return `${clause(words)} [2], on the question "${question}" (${name} [1]):`;
}

function clause({ holder, stood, through, list, date, dateOf }: CitedWords): string {
  const when = dateOf === 'quoted' ? `before ${longDate(date)}` : `on ${longDate(date)}`;
  const by = through === null ? '' : `, ${through}`;
  return `${holder} ${stood} ${when} on ${list}${by}`;
}

function reservations({ caveats }: Cited): string[] {
  return caveats.length === 0 ? [] : [wrap(caveats.join(' '))];
}

function links({ url, words }: Cited): string {
  return [`Link: ${url} [1]`, ...(words === null ? [] : [`Link: ${words.sourceUrl} [2]`])].join('\n');
}
