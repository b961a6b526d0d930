import { z } from 'zod';
import { AnyId } from './id.ts';
import { PartialDate } from './primitives.ts';

/** A former id: where it leads now, or null where it was taken back and only a tombstone is left. */
export const Redirect = z.strictObject({
  from: AnyId,
  to: AnyId.nullable(),
  reason: z.string().min(1),
  date: PartialDate.optional(),
});
export type Redirect = z.infer<typeof Redirect>;

/** `content/redirects.yaml`. An id that stands here is never given again. */
export const Redirects = z.array(Redirect);
