import { sha256 } from '../model/digest.ts';
import type { Reader } from './reader.ts';

/** Lines that only a piece of correspondence has: attribution lines and a signature's delimiter. */
const TELLING = /\b(?:wrote|writes|schrieb|a écrit|escribió):\s*$|^-- $/;
/** Lines that look quoted; one alone proves nothing. */
const QUOTED = /^>+ ?\S/;
const LOOKED_AT = 5000;

/** Plain text without any header that is correspondence all the same, as somebody copied it out of a mail. */
export const plainText: Reader = {
  format: 'plain-text',
  detect: ({ lines }) => {
    const head = lines.slice(0, LOOKED_AT);
    // Control characters and what could not be decoded tell of something that is no text.
    const clean = head.every((line) => !/[^\P{Cc}\t\v\f]|\uFFFD/u.test(line));
    // A page in HTML that no reader knows is better refused than read with its markup.
    const markup =
      head
        .find((line) => line.trim() !== '')
        ?.trim()
        .startsWith('<') === true;
    return clean && !markup && isCorrespondence(head);
  },
  read: ({ lines }) => ({
    messages: [
      {
        id: `sha256:${sha256(lines.join('\n'))}`,
        from: null,
        fromBasis: 'unknown',
        dateText: null,
        date: null,
        subject: '',
        inReplyTo: null,
        references: [],
        lines: lines.map((text, index) => ({ number: index + 1, text })),
        lossy: true,
      },
    ],
    problems: [],
  }),
};

function isCorrespondence(lines: readonly string[]): boolean {
  return lines.some((line) => TELLING.test(line)) || lines.filter((line) => QUOTED.test(line)).length > 1;
}
