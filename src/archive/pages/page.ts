import { sha256 } from '../../model/digest.ts';
import type { Message, RawLine } from '../../model/message.ts';
import { readDate } from '../dates.ts';
import { type Mailbox, senderOf } from '../mail/addresses.ts';

/** What a page reader found in the header of one message. */
export interface PageHeader {
  readonly subject: string;
  readonly from: Mailbox | null;
  readonly dateText: string | null;
}

type Region = RawLine['zone'];

/** The body of a page: what is neither its header nor its furniture. */
export const BODY: Region = undefined;

/**
 * Makes a message of a stretch of a page. `regions` says for each line what the archive's layout makes of it. Pages lose
 * the Message-ID, so the text itself names the message; they also lose or reflow lines, so the message counts as lossy.
 */
export function pageMessage(
  texts: readonly string[],
  firstNumber: number,
  regions: readonly Region[],
  header: PageHeader,
): Message {
  const lines = texts.map((text, index): RawLine => {
    const zone = regions[index];
    return { number: firstNumber + index, text, ...(zone === undefined ? {} : { zone }) };
  });
  return {
    id: `sha256:${sha256(texts.join('\n'))}`,
    from: senderOf(header.from),
    fromBasis: header.from === null ? 'unknown' : 'header',
    dateText: header.dateText,
    date: header.dateText === null ? null : readDate(header.dateText),
    subject: header.subject,
    inReplyTo: null,
    references: [],
    lines,
    lossy: true,
  };
}

/**
 * The regions of a page with a header at the top and a footer at the end.
 *
 * @example regionsOf(4, 1, 3) → ['header', undefined, undefined, 'footer']
 */
export function regionsOf(total: number, bodyStart: number, footerStart: number, footer: Region = 'footer'): Region[] {
  return Array.from({ length: total }, (_, index) =>
    index < bodyStart ? 'header' : index >= footerStart ? footer : BODY,
  );
}

/** The first line at which a footer begins, or the number of lines: the blank lines before it belong to the body. */
export function footerStart(lines: readonly string[], from: number, begins: RegExp): number {
  const index = lines.findIndex((line, at) => at >= from && begins.test(line));
  return index === -1 ? lines.length : index;
}

/** The index after `start` of the first line that is not blank. */
export function skipBlank(lines: readonly string[], start: number): number {
  let index = start;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  return index;
}
