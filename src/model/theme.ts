import { z } from 'zod';
import { AnyId } from './id.ts';
import { Slug } from './primitives.ts';

/** A question that decisions of several discussions share, one entry of `content/themes.yaml`. Its ids are whole: it has no record. */
export const Theme = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  question: z.string().min(1).regex(/\?$/, 'a question ends in a question mark'),
  account: z
    .array(
      z.strictObject({
        text: z.string().min(1).describe('one sentence'),
        rests: z
          .array(z.union([AnyId, z.literal('editor')]))
          .min(1)
          .describe('positions and facts by whole id, or editor'),
      }),
    )
    .min(1),
  positions: z.array(AnyId).min(2).describe('the positions that bear on it, oldest first'),
});
export type Theme = z.infer<typeof Theme>;

export const Themes = z.array(Theme);
