import { decodeText } from '../charset.ts';
import type { Input } from '../input.ts';
import type { Reader } from '../reader.ts';
import { discoursePosts } from './discourse.ts';
import { githubPosts } from './github.ts';
import { githubGraphPosts } from './github-graph.ts';
import { gitlabPosts } from './gitlab.ts';
import { messageOfPost, type Post } from './post.ts';

/** The sites whose APIs are known, and what makes posts of their answers. */
const SITES: readonly { readonly format: string; readonly posts: (data: unknown) => Post[] | null }[] = [
  { format: 'github-json', posts: (data) => githubPosts(data) ?? githubGraphPosts(data) },
  { format: 'gitlab-json', posts: gitlabPosts },
  { format: 'discourse-json', posts: discoursePosts },
];

/** The JSON of an input, or undefined where it is none. */
function jsonOf({ bytes }: Input): unknown {
  const first = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1').trimStart();
  if (!/^(?:\u00EF\u00BB\u00BF)?\s*[[{]/.test(first)) return undefined;
  try {
    return JSON.parse(decodeText(bytes).text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Discussions as the APIs of forges and forums give them. */
export const jsonReaders: readonly Reader[] = SITES.map(({ format, posts }) => ({
  format,
  detect: (input) => posts(jsonOf(input)) !== null,
  read: (input) => ({ messages: (posts(jsonOf(input)) ?? []).map(messageOfPost), problems: [] }),
}));
