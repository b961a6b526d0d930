import { sha256 } from '../model/digest.ts';
import type { Reader } from './reader.ts';

/** What only a piece of correspondence has: quoted lines, an attribution line, a signature's delimiter. */
const MARKS = [/^>+ ?\S/, /\b(?:wrote|writes|schrieb|a écrit|escribió):\s*$/, /^-- $/];
const LOOKED_AT = 5000;

/** Plain text without any header that is correspondence all the same, as somebody copied it out of a mail. */
export const plainText: Reader = {
  format: 'plain-text',
  detect: ({ lines }) => {
    const head = lines.slice(0, LOOKED_AT);
    // Control characters and what could not be decoded tell of something that is no text.
    const clean = head.every((line) => !/[^\P{Cc}\t\v\f]|\uFFFD/u.test(line));
    return clean && MARKS.some((mark) => head.some((line) => mark.test(line)));
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
