import type { Message, Problem } from '../../model/message.ts';
import type { Reader } from '../reader.ts';
import { beginsWithMailHeader } from './eml.ts';
import { readMail } from './message.ts';

/** LISTSERV's logs put a line of 73 equal signs before every mail. */
const RULE = Buffer.from('='.repeat(73));

interface Mail {
  readonly start: number;
  readonly firstLine: number;
}

/** Where the mails of a log begin: behind a rule that mail header follows. */
function mailStarts(bytes: Buffer): Mail[] {
  const starts: Mail[] = [];
  let number = 1;
  for (let offset = 0; offset < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, offset);
    const next = end === -1 ? bytes.length : end + 1;
    const ruled =
      bytes[offset] === 0x3d && bytes.subarray(offset, next).toString('latin1').trimEnd() === RULE.toString();
    if (ruled && beginsWithMailHeader(bytes.toString('latin1', next, next + 20_000).split(/\r?\n/))) {
      starts.push({ start: next, firstLine: number + 1 });
    }
    offset = next;
  }
  return starts;
}

/** The log of a LISTSERV list. */
export const listserv: Reader = {
  format: 'listserv',
  detect: ({ bytes }) => {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 100_000));
    return head.subarray(0, 200).includes(RULE) && mailStarts(head).length > 0;
  },
  read: ({ bytes }) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const messages: Message[] = [];
    const problems: Problem[] = [];
    const starts = mailStarts(buffer);
    for (const [index, { start, firstLine }] of starts.entries()) {
      const next = starts[index + 1];
      // The rule of the next mail belongs to neither.
      const end = next === undefined ? buffer.length : buffer.lastIndexOf(RULE, next.start);
      const mail = readMail({ bytes: buffer.subarray(start, end), firstLine });
      messages.push(...mail.messages);
      problems.push(...mail.problems);
    }
    return { messages, problems };
  },
};
