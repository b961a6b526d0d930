import { longDate } from '../../site/dates.ts';
import type { Cited } from '../cited.ts';
import type { CitationFormat } from './format.ts';

/**
 * Markdown (CommonMark) that stands alone where no card unfurls: quotation, attribution, link, what it is, reservations.
 * Words of sources are escaped, so that they can be nothing but words.
 */
export const markdown: CitationFormat = {
  name: 'markdown',
  label: 'Markdown',
  extension: null,
  mediaType: 'text/markdown; charset=utf-8',
  write: (cited) => `${[quotation(cited), reference(cited)].join('\n\n')}\n`,
};

function quotation({ words, question, abstract }: Cited): string {
  if (words === null) return `> ${escapeMarkdown(question)}\n>\n> ${escapeMarkdown(abstract)}`;
  const by = [words.holder, words.through, words.list, when(words)];
  const attribution = escapeMarkdown(by.filter((part) => part !== null).join(', '));
  return `> ${escapeMarkdown(words.exact)}\n>\n> — ${attribution} ([source](${target(words.sourceUrl)}))`;
}

function reference({ title, version, url, words, question, statement, caveats, digest }: Cited): string {
  const name = version === null ? title : `${title}, version ${version}`;
  const on = words === null ? '' : ` On: *${escapeMarkdown(question)}*`;
  const mark = digest === null ? '' : ` \`sha256:${digest.slice(0, 12)}\``;
  const notes = [statement, ...caveats].map(escapeMarkdown).join(' ');
  return `[${escapeMarkdown(name)}](${target(url)}).${on} ${notes}${mark}`;
}

/** An address as the target of a link: what would end the target is percent-encoded. */
function target(url: string): string {
  return url.replace(
    /[()<>\\\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function when({ date, dateOf }: { readonly date: string; readonly dateOf: 'sent' | 'quoted' }): string {
  return dateOf === 'quoted' ? `quoted ${longDate(date)}` : longDate(date);
}

/**
 * Escapes text for one line of Markdown: whatever CommonMark or GFM could take for markup, also at the start of a line, and
 * nothing else, so that `O_DIRECT` can be read before it is rendered.
 *
 * @example escapeMarkdown('1. *no* O_DIRECT <b>') → '1\\. \\*no\\* O_DIRECT \\<b>'
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=[#\w])/gu, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=#>]/, '\\$&');
}
