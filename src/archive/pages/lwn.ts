import type { Message } from '../../model/message.ts';
import type { Reader } from '../reader.ts';
import { BODY, pageMessage, skipBlank } from './page.ts';

const POSTED = /^\s*Posted ([A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d UTC) \([A-Z][a-z]{2}\)(.*)$/u;
/** `by NAME (subscriber, #30636)`; what stands before the number differs: subscriber, guest, a supporter's stars. */
const AUTHOR = /^\s*by (\S.{0,80}?) \([^()]{0,60}#\d+\)(.*)$/u;
const FIELD = /^\s*(?:In reply to|Parent article):/;
const LINK = /^\s*\[(?:Link|Reply to this comment)\]\s*$/;

interface Comment {
  readonly header: number;
  readonly body: number;
  readonly author: string;
  readonly date: string;
}

/** Reads a comment's header, in one line or in several, from the line that says `Posted`. */
function commentAt(lines: readonly string[], index: number): Comment | null {
  const posted = POSTED.exec((lines[index] ?? '').slice(0, 400));
  if (posted === null) return null;
  const [, date = '', rest = ''] = posted;
  const below = rest.trim() === '' ? index + 1 : index;
  const author = AUTHOR.exec(below === index ? rest : (lines[below] ?? '').slice(0, 400));
  if (author === null) return null;
  let body = below + 1;
  while (body < lines.length && (FIELD.test(lines[body] ?? '') || LINK.test(lines[body] ?? ''))) body += 1;
  return { header: index, body, author: author[1] ?? '', date };
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
        if (LINK.test(text)) return 'navigation';
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
    return { messages, problems: [] };
  },
};
