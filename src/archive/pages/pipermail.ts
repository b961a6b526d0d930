import type { Input } from '../input.ts';
import type { Reader } from '../reader.ts';
import { BODY, footerStart, pageMessage, regionsOf, skipBlank } from './page.ts';

/** The date of a pipermail page, as C's ctime writes it with a zone: `Fri Jun 13 17:55:46 UTC 2014`. */
const CTIME = /^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d [A-Z]{1,5} \d{4}\s*$/;
/** `Name user at host`, or the masked address alone. */
const SENDER = /^\s*(.*?)\s*(\S+ at \S+)\s*$/;
/** Where the archive leaves the address out, the name stands alone. */
const NAME = /^\p{L}[\p{L}\p{M}.'’" -]{1,60}$/u;
const FOOTER = /^\s*(?:More information about the \S.*|-{3,} next part -{3,}|Previous message:.*|Next message:.*)$/;
const NAVIGATION = /^\s*(?:Previous message:|Next message:|Messages sorted by:|\[ (?:date|thread|subject|author) \])/;

/** Where the header of the page ends: the index of its date, looked for among the first lines only. */
function dateIndex(lines: readonly string[]): number {
  const index = lines.slice(0, 12).findIndex((line) => CTIME.test(line));
  return index >= 2 && senderAbove(lines, index) !== null ? index : -1;
}

/** The sender stands above the date, name and masked address on one line or on two. */
function senderAbove(lines: readonly string[], date: number): { name: string; address?: string } | null {
  const line = (lines[date - 1] ?? '').slice(0, 200);
  const match = SENDER.exec(line);
  if (match === null) return NAME.test(line.trim()) ? { name: line.trim() } : null;
  const [, name = '', masked = ''] = match;
  const address = masked.replace(' at ', '@');
  if (name !== '') return { name, address };
  const above = (lines[date - 2] ?? '').trim();
  return above === '' || date < 3 ? null : { name: above, address };
}

/** A page of pipermail, Mailman 2's archive, as text: subject, sender, date, body, `More information about the … list`. */
export const pipermail: Reader = {
  format: 'pipermail',
  detect: (input: Input) => dateIndex(input.lines) !== -1,
  read: ({ lines }) => {
    const date = dateIndex(lines);
    const sender = senderAbove(lines, date);
    const footer = footerStart(lines, date + 1, FOOTER);
    const regions = regionsOf(lines.length, date + 1, footer);
    lines.forEach((line, index) => {
      const furniture = regions[index] !== BODY;
      if (furniture && NAVIGATION.test(line)) regions[index] = 'navigation';
    });
    const subject = lines[skipBlank(lines, 0)] ?? '';
    const message = pageMessage(lines, 1, regions, {
      subject: subject.trim(),
      from: sender,
      dateText: (lines[date] ?? '').trim(),
    });
    return { messages: [message], problems: [] };
  },
};
