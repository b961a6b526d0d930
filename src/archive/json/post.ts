import type { Message } from '../../model/message.ts';
import { readDate } from '../dates.ts';
import { splitLines } from '../input.ts';

/** One post of a discussion as a forge or forum gives it. */
export interface Post {
  readonly id: string;
  readonly author: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly subject: string;
  /** Id of the post that it answers. */
  readonly parent: string | null;
}

/** Makes a message of a post; JSON hides the text, so its lines are counted in the decoded text of the nth post. */
export function messageOfPost(post: Post, index: number): Message {
  return {
    id: post.id,
    from: post.author === null ? null : { name: post.author },
    fromBasis: post.author === null ? 'unknown' : 'header',
    dateText: post.date,
    date: post.date === null ? null : readDate(post.date),
    subject: post.subject,
    inReplyTo: post.parent,
    references: [],
    lines: splitLines(post.text).map((text, at) => ({ number: at + 1, text, part: String(index + 1) })),
  };
}
