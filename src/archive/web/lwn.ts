import { sha256 } from '../../model/digest.ts';
import type { Message } from '../../model/message.ts';
import { readDate } from '../dates.ts';
import { splitLines } from '../input.ts';
import { parentsByCount, readAuthor, readPosted, readResponses } from '../pages/lwn-header.ts';
import type { Reading } from '../reader.ts';
import { collect, hasClass, type Piece, type Rule } from './collect.ts';

const RULES: readonly Rule[] = [
  { field: 'title', element: (_, attributes) => hasClass(attributes, 'CommentTitle'), outermost: true },
  {
    field: 'link',
    element: (name, { href = '' }) => name === 'a' && /^(?:https?:\/\/lwn\.net)?\/Articles\/\d+\/$/.test(href),
    attribute: ({ href = '' }) => /\d+/.exec(href)?.[0] ?? null,
  },
  { field: 'poster', element: (_, attributes) => hasClass(attributes, 'CommentPoster'), outermost: true },
  { field: 'body', element: (_, attributes) => hasClass(attributes, 'FormattedComment'), outermost: true },
];

interface Comment {
  readonly message: Message;
  /** How deep in the page its header stands. */
  readonly level: number;
  readonly responses: number | null;
}

function commentsOf(pieces: readonly Piece[]): Comment[] {
  const comments: Comment[] = [];
  let [title, link, number] = ['', '', ''];
  let poster: Piece | null = null;
  for (const piece of pieces) {
    if (piece.field === 'title') title = piece.text.trim();
    if (piece.field === 'link') link = piece.text;
    // The comment's own address stands in its header, others in its text.
    if (piece.field === 'poster') [poster, number, link] = [piece, link, ''];
    if (piece.field !== 'body' || poster === null) continue;
    const header = poster.text.replace(/\s+/g, ' ');
    const posted = readPosted(header);
    const message = messageOf(title, posted, number, piece.text, comments.length + 1);
    comments.push({ message, level: poster.level, responses: readResponses(header) });
    poster = null;
  }
  return comments;
}

function messageOf(
  subject: string,
  posted: { readonly date: string; readonly rest: string } | null,
  number: string,
  body: string,
  part: number,
): Message {
  const author = posted === null ? null : readAuthor(posted.rest);
  return {
    id: number === '' ? `sha256:${sha256(body)}` : `<${number}@lwn.net>`,
    from: author === null ? null : { name: author.author },
    fromBasis: author === null ? 'unknown' : 'header',
    dateText: posted?.date ?? null,
    date: posted === null ? null : readDate(posted.date),
    subject,
    inReplyTo: null,
    references: [],
    lines: splitLines(body).map((text, index) => ({ number: index + 1, text, part: String(part) })),
  };
}

/** Who answers whom: boxes stand inside those of what they answer; in a flat page the numbers of responses tell. */
function parentsOf(comments: readonly Comment[]): (number | null)[] {
  if (new Set(comments.map(({ level }) => level)).size < 2)
    return parentsByCount(comments.map(({ responses }) => responses));
  const open: { index: number; level: number }[] = [];
  return comments.map(({ level }, index) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.index ?? null;
    open.push({ index, level });
    return parent;
  });
}

/** Reads the comments of a page of LWN.net by its markup, with who answers whom; null where there is none. */
export function readLwnPage(html: string): Reading | null {
  if (!html.includes('CommentPoster')) return null;
  const comments = commentsOf(collect(html, RULES));
  if (comments.length === 0) return null;
  const parents = parentsOf(comments);
  const messages = comments.map(({ message }, index) => {
    const parent = parents[index];
    return parent === null || parent === undefined
      ? message
      : { ...message, inReplyTo: comments[parent]?.message.id ?? null };
  });
  return { messages, problems: [] };
}
