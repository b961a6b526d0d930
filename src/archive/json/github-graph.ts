import { z } from 'zod';
import type { Post } from './post.ts';

const Spoken = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  databaseId: z.number().nullable().optional(),
  author: z.object({ login: z.string().min(1) }).nullable(),
  body: z.string(),
  createdAt: z.string().optional(),
  submittedAt: z.string().nullable().optional(),
});

/** A list, as the command line gives it, or as GraphQL does. */
function listOf<T extends z.ZodType>(item: T) {
  return z.union([z.array(item), z.object({ nodes: z.array(item) }).transform(({ nodes }) => nodes)]);
}

const Comment = Spoken.extend({ replies: listOf(Spoken).optional() });
const Discussion = Spoken.extend({
  title: z.string(),
  comments: listOf(Comment),
  reviews: listOf(Spoken).optional(),
});
const Answer = z.object({
  data: z.object({
    repository: z.union([
      z.object({ discussion: Discussion }).transform(({ discussion }) => discussion),
      z.object({ issue: Discussion }).transform(({ issue }) => issue),
      z.object({ pullRequest: Discussion }).transform(({ pullRequest }) => pullRequest),
    ]),
  }),
});
const Graph = z.union([Answer.transform(({ data }) => data.repository), Discussion]);

type Spoken = z.infer<typeof Spoken>;

/**
 * Reads a discussion, issue or pull request with its comments, as GitHub's GraphQL API gives it and its command line (`gh issue
 * view --json`); discussions have no other API. Null where it is none of these.
 */
export function githubGraphPosts(data: unknown): Post[] | null {
  const parsed = Graph.safeParse(data);
  if (!parsed.success) return null;
  const { title, comments, reviews = [], ...opening } = parsed.data;
  const posts: Post[] = [];
  const add = (spoken: Spoken, parent: string | null): string => {
    const id = `<github-${spoken.databaseId ?? spoken.id ?? `post-${posts.length + 1}`}@github.com>`;
    const date = spoken.createdAt ?? spoken.submittedAt ?? null;
    posts.push({ id, author: spoken.author?.login ?? null, date, text: spoken.body, subject: title, parent });
    return id;
  };
  const root = add(opening, null);
  for (const comment of comments) {
    const id = add(comment, root);
    for (const reply of comment.replies ?? []) add(reply, id);
  }
  // A review without words is only a verdict.
  for (const review of reviews) if (review.body.trim() !== '') add(review, root);
  return posts;
}
