import { decodeText } from '../charset.ts';
import { htmlToText } from '../html.ts';
import { type Input, splitLines } from '../input.ts';
import type { Reader, Reading } from '../reader.ts';
import { collect } from './collect.ts';
import { FAMILIES } from './families.ts';
import { messagesOf } from './family.ts';
import { readGithubPage } from './github-page.ts';
import { readLwnPage } from './lwn.ts';
import { readPublicInboxPage } from './public-inbox.ts';
import { readLinkedThread } from './thread-page.ts';

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

/** Lines that are in no part yet are those of the page's text. */
function inDecodedText({ messages, problems }: Reading): Reading {
  const placed = messages.map((message) => ({
    ...message,
    lines: message.lines.map((line) => (line.part === undefined ? { ...line, part: '1' } : line)),
  }));
  return { messages: placed, problems };
}

/** What is worked out of a page once, for all the readers that look at it. */
const texts = new WeakMap<Input, Input>();

/** The page's text as an input of its own. */
function textOf(input: Input): Input {
  const known = texts.get(input);
  if (known !== undefined) return known;
  const text = { name: input.name, bytes: new Uint8Array(), lines: splitLines(htmlToText(pageText(input.bytes))) };
  texts.set(input, text);
  return text;
}

/** Readers that go by the markup of a site; each gives null where a page is none of it. */
const SITES: readonly { readonly format: string; readonly read: (html: string) => Reading | null }[] = [
  { format: 'github-html', read: readGithubPage },
  { format: 'lwn-comments-html', read: readLwnPage },
  { format: 'public-inbox-thread-html', read: readLinkedThread },
  { format: 'public-inbox-html', read: readPublicInboxPage },
];

const NOTHING: Reading = { messages: [], problems: [] };

/**
 * Makes the readers of saved HTML pages: one for each family whose markup says more than its text, one for each site that has a
 * markup of its own, and for each reader of page text one that reads the same page in HTML. Lines are numbered in decoded parts.
 */
export function webReaders(textReaders: readonly Reader[]): Reader[] {
  const families = FAMILIES.map(
    (family): Reader => ({
      format: family.format,
      detect: (input) => isHtml(input) && family.detect.test(pageText(input.bytes)),
      read: ({ bytes }) => ({ messages: messagesOf(collect(pageText(bytes), family.rules)), problems: [] }),
    }),
  );
  const sites = SITES.map(
    ({ format, read }): Reader => ({
      format,
      detect: (input) => isHtml(input) && read(pageText(input.bytes)) !== null,
      read: ({ bytes }) => inDecodedText(read(pageText(bytes)) ?? NOTHING),
    }),
  );
  const asText = textReaders.map(
    (reader): Reader => ({
      format: `${reader.format}-html`,
      detect: (input) => isHtml(input) && reader.detect(textOf(input)),
      read: (input) => inDecodedText(reader.read(textOf(input))),
    }),
  );
  return [...families, ...sites, ...asText];
}
