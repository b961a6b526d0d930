import type { Message } from '../../model/message.ts';
import { decodeText } from '../charset.ts';
import { htmlToText } from '../html.ts';
import { type Input, splitLines } from '../input.ts';
import type { Reader } from '../reader.ts';
import { collect } from './collect.ts';
import { FAMILIES } from './families.ts';
import { messagesOf } from './family.ts';
import { readPublicInboxPage } from './public-inbox.ts';

const MARKUP = /<(?:!doctype html|html|head|body|pre)\b/i;

function isHtml({ bytes }: Input): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4000)).toString('latin1');
  return /^(?:\u00EF\u00BB\u00BF)?\s*</.test(head) && MARKUP.test(head);
}

/** The page's text by the charset it declares. */
function pageText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4000)).toString('latin1');
  return decodeText(bytes, /<meta[^>]{0,200}charset=["']?([\w-]{2,40})/i.exec(head)?.[1]).text;
}

function inDecodedText(message: Message): Message {
  return { ...message, lines: message.lines.map((line) => ({ ...line, part: '1' })) };
}

/** The page's text as an input of its own. */
function textOf({ bytes, name }: Input): Input {
  return { name, bytes: new Uint8Array(), lines: splitLines(htmlToText(pageText(bytes))) };
}

/**
 * Makes the readers of saved HTML pages: one for each family whose markup says more than its text, one for public-inbox,
 * and for each reader of page text one that reads the same page in HTML. Lines are numbered in the text of the page.
 */
export function webReaders(textReaders: readonly Reader[]): Reader[] {
  const families = FAMILIES.map(
    (family): Reader => ({
      format: family.format,
      detect: (input) => isHtml(input) && family.detect.test(pageText(input.bytes)),
      read: ({ bytes }) => ({ messages: messagesOf(collect(pageText(bytes), family.rules)), problems: [] }),
    }),
  );
  const publicInbox: Reader = {
    format: 'public-inbox-html',
    detect: (input) => isHtml(input) && readPublicInboxPage(pageText(input.bytes)) !== null,
    read: ({ bytes }) => {
      const message = readPublicInboxPage(pageText(bytes));
      return { messages: message === null ? [] : [message], problems: [] };
    },
  };
  const asText = textReaders.map(
    (reader): Reader => ({
      format: `${reader.format}-html`,
      detect: (input) => isHtml(input) && reader.detect(textOf(input)),
      read: (input) => {
        const { messages, problems } = reader.read(textOf(input));
        return { messages: messages.map(inDecodedText), problems };
      },
    }),
  );
  return [...families, publicInbox, ...asText];
}
