import type { Problem } from '../../model/message.ts';
import { readEntity, type Stretch } from './parts.ts';

/**
 * Says that a mailbox ends in the middle of its last mail, or gives null: a mailbox ends in a line feed (RFC 4155, appendix A), a
 * header in a blank line, a mail of several parts with its last boundary.
 */
export function cutOff(last: Stretch): Problem | null {
  const bytes = Buffer.from(last.bytes.buffer, last.bytes.byteOffset, last.bytes.byteLength);
  const why = whyCut(bytes, last);
  if (why === null) return null;
  return { code: 'mail-cut', message: `the mailbox ends in the middle of a mail: ${why}`, line: last.firstLine };
}

function whyCut(bytes: Buffer, last: Stretch): string | null {
  if (bytes.length === 0) return null;
  if (bytes.at(-1) !== 0x0a) return 'its last line has no end';
  const { type, headerLines, content } = readEntity(last, '');
  if (content.bytes.length === 0 && headerLines.at(-1)?.trim() !== '') return 'its header has no end';
  const boundary = type.type.startsWith('multipart/') ? type.parameters.get('boundary') : undefined;
  return boundary === undefined || bytes.includes(`--${boundary}--`) ? null : 'a part of it has no end';
}
