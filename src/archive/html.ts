import { Parser } from 'htmlparser2';

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'hr',
  'dd',
  'dt',
]);
const SILENT = new Set(['script', 'style', 'head', 'title']);

/**
 * Turns HTML into plain text as a mailer would: blocks become lines, each `blockquote` puts `> ` before its lines, so that
 * the depth of quotation survives; scripts and styles are dropped, text in `pre` keeps its blanks.
 *
 * @example htmlToText('<p>yes<blockquote>no</blockquote>') → 'yes\n> no\n'
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let quotes = 0;
  let silent = 0;
  let pre = 0;
  const flush = (): void => {
    const text = pre > 0 ? line.trimEnd() : line.trim();
    if (text !== '' || (lines.length > 0 && pre > 0)) lines.push('> '.repeat(quotes) + text);
    line = '';
  };
  const endBlock = (): void => {
    if (line.trim() !== '') flush();
    line = '';
  };
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent += 1;
      if (name === 'pre') {
        endBlock();
        pre += 1;
      }
      if (name === 'br') flush();
      else if (name === 'p' && lines.length > 0) {
        endBlock();
        if (!/^(?:> )*$/.test(lines.at(-1) ?? '')) lines.push('> '.repeat(quotes).trimEnd());
      } else if (BLOCKS.has(name)) endBlock();
      if (name === 'blockquote') {
        endBlock();
        quotes = Math.min(quotes + 1, 64);
      }
      if (name === 'li') line += '* ';
    },
    ontext(text) {
      if (silent > 0) return;
      if (pre === 0) {
        line += text.replace(/\s+/g, ' ');
        return;
      }
      const [first = '', ...rest] = text.split('\n');
      line += first;
      for (const next of rest) {
        flush();
        line = next;
      }
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(silent - 1, 0);
      if (BLOCKS.has(name) && name !== 'br') endBlock();
      if (name === 'pre') {
        endBlock();
        pre = Math.max(pre - 1, 0);
      }
      if (name === 'blockquote') {
        endBlock();
        quotes = Math.max(quotes - 1, 0);
      }
    },
  });
  parser.end(html);
  endBlock();
  return lines.map((text) => `${text}\n`).join('');
}
