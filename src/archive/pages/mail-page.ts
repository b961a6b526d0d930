import { readMailbox } from '../mail/addresses.ts';
import { beginsWithMailHeader } from '../mail/eml.ts';
import { decodeHeader, firstValue, isFieldLine, messageIds, readFields } from '../mail/headers.ts';
import type { Reader } from '../reader.ts';
import { pageMessage, regionsOf, skipBlank } from './page.ts';

/** Links in brackets: `[<prev] [next>] [day]`, `[prev in list]`. */
const NAVIGATION = /^\s*\[[^\][]{1,40}\](?:\s*\[[^\][]{1,40}\])*\s*$/;
const LOOKED_AT = 12;

/** Where the header begins: below a title or links, never on the first line, where it would be a mail. */
function headerStart(lines: readonly string[]): number {
  const top = lines.slice(0, 100);
  for (let start = 1; start < Math.min(LOOKED_AT, top.length); start += 1) {
    if (isFieldLine(top[start] ?? '') && beginsWithMailHeader(top.slice(start))) return start;
  }
  return -1;
}

/** A page that shows a mail with its main header fields below a title or links, as openwall, marc.info and W3C lists do. */
export const mailPage: Reader = {
  format: 'mail-page',
  detect: ({ lines }) => headerStart(lines) !== -1,
  read: ({ lines }) => {
    const start = headerStart(lines);
    let body = start;
    while (body < lines.length && (lines[body] ?? '').trim() !== '') body += 1;
    const fields = readFields(lines.slice(start, body));
    const regions = regionsOf(lines.length, Math.min(body + 1, lines.length), lines.length);
    lines.forEach((line, index) => {
      const outside = index < start || index > lines.length - LOOKED_AT;
      if (outside && NAVIGATION.test(line)) regions[index] = 'navigation';
    });
    const message = pageMessage(lines, 1, regions, {
      subject: decodeHeader(firstValue(fields, 'subject') ?? (lines[skipBlank(lines, 0)] ?? '').trim()),
      from: readMailbox(firstValue(fields, 'from')),
      dateText: firstValue(fields, 'date'),
    });
    const id = messageIds(firstValue(fields, 'message-id'))[0] ?? message.id;
    const inReplyTo = messageIds(firstValue(fields, 'in-reply-to'))[0] ?? null;
    return { messages: [{ ...message, id, inReplyTo }], problems: [] };
  },
};
