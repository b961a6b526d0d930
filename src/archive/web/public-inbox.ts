import { beginsWithMailHeader } from '../mail/eml.ts';
import { readMail } from '../mail/message.ts';
import type { Reading } from '../reader.ts';
import { collect } from './collect.ts';

/**
 * Reads the page of one message in a public-inbox archive (lore.kernel.org): its `pre` holds the mail's main header fields
 * and its text as they are. Returns null where no `pre` does.
 */
export function readPublicInboxPage(html: string): Reading | null {
  const blocks = collect(html, [{ field: 'pre', element: (name) => name === 'pre' }]);
  for (const { text } of blocks) {
    const lines = text.replace(/^\s+/, '').split('\n');
    const blank = lines.findIndex((line) => line.trim() === '');
    // Links stand beside the fields: `[thread overview]`, `(raw)`.
    for (let index = 0; index < blank; index += 1) {
      lines[index] = (lines[index] ?? '')
        .trimEnd()
        .replace(/(?:\[thread overview\]|\(raw\))$/, '')
        .trimEnd();
    }
    if (!beginsWithMailHeader(lines)) continue;
    return readMail({ bytes: Buffer.from(lines.join('\n')), firstLine: 1 });
  }
  return null;
}
