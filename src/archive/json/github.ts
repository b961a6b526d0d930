import { z } from 'zod';
import type { Post } from './post.ts';

/** What GitHub's REST API gives for an issue, a pull request, and a comment on either (also a list of them). */
const GitHubPost = z.object({
  id: z.number(),
  html_url: z.url({ protocol: /^https?$/ }),
  user: z.object({ login: z.string().min(1) }).nullable(),
  created_at: z.string().optional(),
  /** Of a review. */
  submitted_at: z.string().nullable().optional(),
  body: z.string().nullable(),
  title: z.string().optional(),
  in_reply_to_id: z.number().optional(),
});

/** What happened to an issue, among its comments in the timeline; nobody's words. */
const Event = z.object({ event: z.string() }).refine(({ event }) => event !== 'commented' && event !== 'reviewed');

const GitHub = z.union([GitHubPost, z.array(z.union([GitHubPost, Event])).min(1)]);

/** Reads an issue, a pull request, or a list of comments, reviews or events (the timeline) from GitHub's REST API; null where it is none of these. */
export function githubPosts(data: unknown): Post[] | null {
  const parsed = GitHub.safeParse(data);
  if (!parsed.success) return null;
  const given = Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  const posts = given.filter((one) => 'html_url' in one);
  if (posts.length === 0) return null;
  const title = posts.find((post) => post.title !== undefined)?.title ?? '';
  const opening = posts.find((post) => post.title !== undefined);
  return posts.map((post) => ({
    id: `<github-${post.id}@${hostOf(post.html_url)}>`,
    author: post.user?.login ?? null,
    date: post.created_at ?? post.submitted_at ?? null,
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
