import { decodeText } from '../charset.ts';
import { decodeQuotedPrintable } from './transfer.ts';

/** `=?charset*language?encoding?text?=` (RFC 2047 §2, RFC 2231 §5); what lies between two of them is only folding. */
const WORD = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,60})?\?([QqBb])\?([^?]{0,1000})\?=/g;

/**
 * Decodes encoded words (RFC 2047). The bytes of neighbours in one charset are joined before they are decoded, for mailers
 * split words inside a character; charsets are those of bodies, with the same mending of wrong labels. What is no encoded word
 * stays as written.
 *
 * @example decodeWords('=?utf-8?b?asM=?= =?utf-8?b?tnJu?=') → 'jörn'
 */
export function decodeWords(value: string): string {
  let out = '';
  let charset = '';
  let run: Uint8Array[] = [];
  let end = 0;
  const close = (): void => {
    if (run.length > 0) out += decodeText(Buffer.concat(run), charset).text;
    run = [];
  };
  for (const match of value.matchAll(WORD)) {
    const [whole, label = '', encoding = '', text = ''] = match;
    const between = value.slice(end, match.index);
    const neighbour = run.length > 0 && between.trim() === '';
    if (!neighbour || label.toLowerCase() !== charset) close();
    if (!neighbour) out += between;
    charset = label.toLowerCase();
    run.push(bytesOf(encoding, text));
    end = match.index + whole.length;
  }
  close();
  return out + value.slice(end);
}

function bytesOf(encoding: string, text: string): Uint8Array {
  if (/b/i.test(encoding)) return Buffer.from(text, 'base64');
  return decodeQuotedPrintable(Buffer.from(text.replaceAll('_', ' '), 'latin1'));
}
