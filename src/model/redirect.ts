import { z } from 'zod';
import { AnyId } from './id.ts';
import { PartialDate } from './primitives.ts';

/** Why an id no longer holds what it held, as a program can read it. A code keeps its meaning for ever. */
export const ReasonCode = z.enum([
  'merged',
  'duplicate',
  'retracted',
  'misread',
  'misquoted',
  'misattributed',
  'out-of-scope',
  'author-request',
  'legal',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

/** What each code says to people. `retracted` is the plain case; whoever knows more says more. */
export const REASONS: Readonly<Record<ReasonCode, string>> = {
  merged: 'It was merged into another.',
  duplicate: 'It said again what another says.',
  retracted: 'The editors took it back.',
  misread: 'It does not say what was read into it.',
  misquoted: 'The words were not those of the source.',
  misattributed: 'The words were credited to another than their author.',
  'out-of-scope': 'It does not belong to what this site records.',
  'author-request': 'Its author asked for it.',
  legal: 'The law asks for it.',
};

/** A former id: where it leads now, or null where it was taken back and only a tombstone is left. */
export const Redirect = z.strictObject({
  from: AnyId,
  to: AnyId.nullable(),
  code: ReasonCode.describe('why, for programs'),
  reason: z.string().min(1).describe('why, for people: one sentence, shown at the address'),
  date: PartialDate.optional(),
});
export type Redirect = z.infer<typeof Redirect>;

/** `content/redirects.yaml`. An id that stands here is never given again. */
export const Redirects = z.array(Redirect);

/** What became of an id, wherever that is written down. */
export type End = Pick<Redirect, 'to' | 'code' | 'reason'>;
