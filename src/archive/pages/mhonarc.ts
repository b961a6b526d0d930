import type { Reader } from '../reader.ts';
import { footerStart, pageMessage, regionsOf, skipBlank } from './page.ts';

const NAVIGATION = /\[(?:Date|Thread)\s(?:Prev|Next|Index)\]/;
/** `From: Name <masked>` in the list of fields that some pages keep above the body. */
const FIELD =
  /^\s*(?:[*•-]\s*)?(From|Date|To|Cc|Subject|Reply-to|In-reply-to|References|User-agent|Message-id|List-id):\s?(.*)$/i;
const FOOTER =
  /^\s*(?:\[Index\sof\sArchives\].*|(?:Follow-Ups|Prev by Date|Next by Date|Previous by thread|Next by thread):.*|Powered\sby\sLinux)\s*$/;

function navigationIndex(lines: readonly string[]): number {
  return lines.slice(0, 12).findIndex((line) => NAVIGATION.test(line));
}

/** A page of MHonArc (spinics.net and others) as text: subject, `[Date Prev][Date Next]…`, fields or none, body, links. */
export const mhonarc: Reader = {
  format: 'mhonarc',
  detect: ({ lines }) => navigationIndex(lines) !== -1,
  read: ({ lines }) => {
    const navigation = navigationIndex(lines);
    const fields = new Map<string, string>();
    let body = skipBlank(lines, navigation + 1);
    for (; body < lines.length; body += 1) {
      const field = FIELD.exec(lines[body] ?? '');
      if (field === null) break;
      fields.set((field[1] ?? '').toLowerCase(), (field[2] ?? '').trim());
    }
    body = skipBlank(lines, body);
    const footer = footerStart(lines, body, FOOTER);
    const regions = regionsOf(lines.length, body, footer, 'navigation');
    regions[navigation] = 'navigation';
    const name = fields
      .get('from')
      ?.replace(/[<(].*$/s, '')
      .replace(/^"|"$/g, '')
      .trim();
    const message = pageMessage(lines, 1, regions, {
      subject: fields.get('subject') ?? (lines[skipBlank(lines, 0)] ?? '').trim(),
      from: name === undefined || name === '' ? null : { name },
      dateText: fields.get('date') ?? null,
    });
    return { messages: [message], problems: [] };
  },
};
