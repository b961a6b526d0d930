import type { Message, Problem } from '../../model/message.ts';
import type { Reader } from '../reader.ts';
import { readMail } from './message.ts';
import type { Stretch } from './parts.ts';

/** MMDF puts a line of four control-A before and after every mail. */
const FENCE = '\x01\x01\x01\x01';

/** The mails between the fences of a mailbox, each with the number of its first line. */
function mails(bytes: Buffer): Stretch[] {
  const found: Stretch[] = [];
  let number = 1;
  let open = { start: 0, firstLine: 1 };
  for (let offset = 0; offset <= bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, offset);
    const next = end === -1 ? bytes.length : end + 1;
    const fenced = bytes[offset] === 1 && bytes.toString('latin1', offset, next).trimEnd() === FENCE;
    if (fenced || end === -1) {
      const stop = fenced ? offset : bytes.length;
      if (stop > open.start) found.push({ bytes: bytes.subarray(open.start, stop), firstLine: open.firstLine });
      open = { start: next, firstLine: number + 1 };
    }
    if (end === -1) break;
    offset = next;
  }
  return found;
}

function head(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 6)).toString('latin1');
}

/** A mailbox of MMDF, as SCO and some versions of Pine and mutt write it. */
export const mmdf: Reader = {
  format: 'mmdf',
  detect: ({ bytes }) => /^[^\r\n]{4}\r?\n/.test(head(bytes)) && head(bytes).startsWith(FENCE),
  read: ({ bytes }) => {
    const messages: Message[] = [];
    const problems: Problem[] = [];
    for (const stretch of mails(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
      const mail = readMail(stretch);
      for (const message of mail.messages) messages.push(message);
      for (const problem of mail.problems) problems.push(problem);
    }
    return { messages, problems };
  },
};
