import { messageOfPost, type Post } from '../json/post.ts';
import type { Reading } from '../reader.ts';
import { collect, hasClass, type Piece, type Rule } from './collect.ts';

type Attributes = Readonly<Record<string, string>>;

/** How GitHub marks a post: the number is that of its API. */
const POST = /^(?:issue|issuecomment|discussion_r|discussioncomment|pullrequestreview)-?(\d{1,19})$/;
const AUTHORS = new Set(['issue-body-header-author', 'avatar-link']);

function isAuthor(name: string, attributes: Attributes): boolean {
  return name === 'a' && (hasClass(attributes, 'author') || AUTHORS.has(attributes['data-testid'] ?? ''));
}

function isBody(_: string, attributes: Attributes): boolean {
  return hasClass(attributes, 'js-comment-body') || attributes['data-testid'] === 'markdown-body';
}

/** Where the pages of issues, pull requests and discussions keep what they say, in the older layouts and the newer. */
const RULES: readonly Rule[] = [
  {
    field: 'title',
    element: (_, attributes) =>
      hasClass(attributes, 'js-issue-title') || attributes['data-testid'] === 'issue-title-text',
    outermost: true,
  },
  {
    field: 'page',
    element: (name, attributes) => name === 'meta' && attributes.property === 'og:title',
    attribute: ({ content = '' }) => content.replace(/ · (?:Issue|Pull Request|Discussion|[\w.-]+\/).*$/s, ''),
  },
  { field: 'post', element: (_, { id = '' }) => POST.test(id), attribute: ({ id = '' }) => id },
  { field: 'holder', element: (_, attributes) => hasClass(attributes, 'js-comments-holder'), attribute: () => '' },
  { field: 'author', element: isAuthor, outermost: true },
  {
    field: 'date',
    element: (name) => name === 'relative-time' || name === 'time-ago',
    attribute: ({ datetime = '' }) => (datetime === '' ? null : datetime),
  },
  { field: 'body', element: isBody, outermost: true },
];

/** A post while its pieces come in: events of the timeline stand between posts and have authors and dates, too. */
interface Open {
  readonly post: string | null;
  readonly authors: string[];
  readonly dates: string[];
}

function postsOf(pieces: readonly Piece[]): Post[] {
  const title = (pieces.find(({ field }) => field === 'title') ?? pieces.find(({ field }) => field === 'page'))?.text;
  const posts: Post[] = [];
  let open: Open = { post: null, authors: [], dates: [] };
  let thread: string | null = null;
  for (const { field, text } of pieces) {
    if (field === 'post') open = { post: text, authors: [], dates: [] };
    if (field === 'holder') thread = null;
    if (field === 'author' && text.trim() !== '') open.authors.push(text.trim());
    if (field === 'date') open.dates.push(text);
    if (field !== 'body') continue;
    const id = idOf(open.post, posts.length);
    const reviews = open.post?.startsWith('discussion_r') === true;
    const parent = (reviews ? thread : null) ?? posts[0]?.id ?? null;
    if (reviews) thread ??= id;
    posts.push({
      id,
      // Behind its own mark the first author is that of the post; without one the nearest is.
      author: (open.post === null ? open.authors.at(-1) : open.authors[0]) ?? null,
      date: (open.post === null ? open.dates.at(-1) : open.dates[0]) ?? null,
      text,
      subject: (title ?? '').trim(),
      parent,
    });
    open = { post: null, authors: [], dates: [] };
  }
  return posts;
}

/** The id that the same post has in the answers of the API. */
function idOf(post: string | null, index: number): string {
  return `<github-${POST.exec(post ?? '')?.[1] ?? `post-${index + 1}`}@github.com>`;
}

/** Reads a saved page of an issue, a pull request or a discussion on GitHub; null where it is none. */
export function readGithubPage(html: string): Reading | null {
  if (!/js-comment-body|data-testid="markdown-body"/.test(html) || !/github/i.test(html)) return null;
  const posts = postsOf(collect(html, RULES));
  return posts.length === 0 ? null : { messages: posts.map(messageOfPost), problems: [] };
}
