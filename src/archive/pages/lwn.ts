import type { Message } from '../../model/message.ts';
import type { Reader } from '../reader.ts';
import { parentsByCount, readAuthor, readPosted, readResponses } from './lwn-header.ts';
import { BODY, pageMessage, skipBlank } from './page.ts';

const FIELD = /^\s*(?:In reply to|Parent article):/;
const LINK = /^(?:\[(?:Link|Reply to this comment)\]\s*)?(?:\(\d{1,5} responses?\))?$/;

interface Comment {
  readonly header: number;
  readonly body: number;
  readonly author: string;
  readonly date: string;
  readonly responses: number | null;
}

/** Links and counts that stand below a header; a blank line is text. */
function isLink(text: string): boolean {
  const link = text.trim();
  return link !== '' && LINK.test(link);
}

/** Reads a comment's header, in one line or in several, from the line that says `Posted`. */
function commentAt(lines: readonly string[], index: number): Comment | null {
  const posted = readPosted(lines[index] ?? '');
  if (posted === null) return null;
  const below = posted.rest.trim() === '' ? index + 1 : index;
  const author = readAuthor(below === index ? posted.rest : (lines[below] ?? ''));
  if (author === null) return null;
  let body = below + 1;
  while (body < lines.length && (FIELD.test(lines[body] ?? '') || isLink(lines[body] ?? ''))) body += 1;
  const responses = readResponses([author.rest, ...lines.slice(below + 1, body)].join(' '));
  return { header: index, body, author: author.author, date: posted.date, responses };
}

function comments(lines: readonly string[]): Comment[] {
  return lines.flatMap((_, index) => commentAt(lines, index) ?? []);
}

/** The title of a comment stands above its `Posted` line, sometimes twice. */
function titleStart(lines: readonly string[], comment: Comment, after: number): number {
  let index = comment.header;
  while (index > after && comment.header - index < 3 && isTitle(lines, index - 1, comment)) index -= 1;
  return index;
}

function isTitle(lines: readonly string[], index: number, comment: Comment): boolean {
  const line = (lines[index] ?? '').trim();
  // Above the first comment there is nothing but its title; above the others a title repeats one seen before.
  return line !== '' && (index < 2 || (index < comment.header && lines.slice(0, 3).some((top) => top.trim() === line)));
}

/** A comment page of LWN.net as text: one message for each `Posted … by …` header. */
export const lwnComments: Reader = {
  format: 'lwn-comments',
  detect: ({ lines }) => comments(lines).length > 0,
  read: ({ lines }) => {
    const found = comments(lines);
    const titles = found.map((comment, at) => titleStart(lines, comment, found[at - 1]?.body ?? 0));
    const subject = (lines[skipBlank(lines, 0)] ?? '').trim();
    const messages = found.map((comment, at): Message => {
      const start = at === 0 ? 0 : (titles[at] ?? comment.header);
      const end = titles[at + 1] ?? lines.length;
      const texts = lines.slice(start, end);
      const regions = texts.map((text, index) => {
        const line = start + index;
        if (isLink(text)) return 'navigation';
        if (line < comment.body) return 'header';
        // The page repeats its title under the last comment.
        return line > comment.body && text.trim() === subject && line === lines.length - 1 ? 'navigation' : BODY;
      });
      const own = (lines[titles[at] ?? 0] ?? '').trim();
      return pageMessage(texts, start + 1, regions, {
        subject: titles[at] === comment.header ? subject : own,
        from: { name: comment.author },
        dateText: comment.date,
      });
    });
    const parents = parentsByCount(found.map(({ responses }) => responses));
    return { messages: messages.map((message, at) => answering(message, messages[parents[at] ?? -1])), problems: [] };
  },
};

function answering(message: Message, parent: Message | undefined): Message {
  return parent === undefined ? message : { ...message, inReplyTo: parent.id };
}
