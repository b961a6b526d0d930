import { z } from 'zod';
import type { Post } from './post.ts';

/** What GitHub's REST API gives for an issue, a pull request, and a comment on either (also a list of them). */
const GitHubPost = z.object({
  id: z.number(),
  html_url: z.url({ protocol: /^https?$/ }),
  user: z.object({ login: z.string().min(1) }).nullable(),
  created_at: z.string(),
  body: z.string().nullable(),
  title: z.string().optional(),
  in_reply_to_id: z.number().optional(),
});

const GitHub = z.union([GitHubPost, z.array(GitHubPost).min(1)]);

/** Reads an issue, a pull request, or a list of comments from GitHub's REST API; null where it is none of these. */
export function githubPosts(data: unknown): Post[] | null {
  const parsed = GitHub.safeParse(data);
  if (!parsed.success) return null;
  const posts = Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  const title = posts.find((post) => post.title !== undefined)?.title ?? '';
  const opening = posts.find((post) => post.title !== undefined);
  return posts.map((post) => ({
    id: `<github-${post.id}@${hostOf(post.html_url)}>`,
    author: post.user?.login ?? null,
    date: post.created_at,
    text: post.body ?? '',
    subject: post.title ?? title,
    parent:
      post.in_reply_to_id !== undefined
        ? `<github-${post.in_reply_to_id}@${hostOf(post.html_url)}>`
        : opening === undefined || opening === post
          ? null
          : `<github-${opening.id}@${hostOf(opening.html_url)}>`,
  }));
}

function hostOf(url: string): string {
  return new URL(url).host;
}
