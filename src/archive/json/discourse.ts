import { z } from 'zod';
import { htmlToText } from '../html.ts';
import type { Post } from './post.ts';

/** A topic as Discourse gives it under `/t/ID.json`; `raw` stands there where it was asked for. */
const Topic = z.object({
  id: z.number(),
  title: z.string(),
  post_stream: z.object({
    posts: z.array(
      z.object({
        id: z.number(),
        post_number: z.number(),
        username: z.string().min(1),
        name: z.string().nullable().optional(),
        created_at: z.string(),
        cooked: z.string(),
        raw: z.string().optional(),
        reply_to_post_number: z.number().nullable().optional(),
      }),
    ),
  }),
});

/** Reads a Discourse topic; null where it is none. */
export function discoursePosts(data: unknown): Post[] | null {
  const parsed = Topic.safeParse(data);
  if (!parsed.success) return null;
  const { id: topic, title, post_stream: stream } = parsed.data;
  const idOf = (number: number): string => `<discourse-${topic}-${number}@discourse.invalid>`;
  return stream.posts.map((post) => ({
    id: idOf(post.post_number),
    author: post.name === undefined || post.name === null || post.name === '' ? post.username : post.name,
    date: post.created_at,
    text: post.raw ?? htmlToText(post.cooked),
    subject: title,
    parent:
      typeof post.reply_to_post_number === 'number'
        ? idOf(post.reply_to_post_number)
        : post.post_number > 1
          ? idOf(1)
          : null,
  }));
}
