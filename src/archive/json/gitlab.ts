import { z } from 'zod';
import type { Post } from './post.ts';

/** A note as GitLab's Notes and Discussions APIs give it; system notes tell of changes and are nobody's words. */
const Note = z.object({
  id: z.number(),
  body: z.string(),
  author: z.object({ name: z.string().min(1), username: z.string() }).nullable(),
  created_at: z.string(),
  system: z.boolean(),
  noteable_type: z.string().nullable().optional(),
});

const Discussion = z.object({ id: z.string(), notes: z.array(Note).min(1) });

/** An issue or a merge request, whose first words are its description. */
const Opening = z.object({
  id: z.number(),
  iid: z.number(),
  title: z.string(),
  description: z.string().nullable(),
  author: z.object({ name: z.string().min(1), username: z.string() }).nullable(),
  created_at: z.string(),
});

const GitLab = z.union([z.array(Discussion).min(1), z.array(Note).min(1), Discussion.transform((one) => [one])]);

/** Reads an issue, a merge request, discussions or notes from GitLab's API; null where they are none of these. The notes of a discussion answer its first. */
export function gitlabPosts(data: unknown): Post[] | null {
  const opening = Opening.safeParse(data);
  if (opening.success) {
    const { id, title, description, author, created_at: date } = opening.data;
    const own = { id: `<gitlab-${id}@gitlab.invalid>`, author: author?.name ?? null, date };
    return [{ ...own, text: description ?? '', subject: title, parent: null }];
  }
  const parsed = GitLab.safeParse(data);
  if (!parsed.success) return null;
  return parsed.data.flatMap((one) => {
    const notes = 'notes' in one ? one.notes : [one];
    const spoken = notes.filter((note) => !note.system);
    return spoken.map((note, index) => ({
      id: `<gitlab-note-${note.id}@gitlab.invalid>`,
      author: note.author?.name ?? null,
      date: note.created_at,
      text: note.body,
      subject: '',
      parent: index === 0 || spoken[0] === undefined ? null : `<gitlab-note-${spoken[0].id}@gitlab.invalid>`,
    }));
  });
}
