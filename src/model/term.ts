import { z } from 'zod';
import { Slug, WebAddress } from './primitives.ts';

/** A concept of the controlled vocabulary (SKOS), one entry of `content/terms.yaml`. */
export const Term = z.strictObject({
  id: Slug,
  prefLabel: z.string().min(1),
  altLabel: z.array(z.string().min(1)).default([]).describe('other names, as they occur in the sources'),
  hiddenLabel: z.array(z.string().min(1)).default([]).describe('forms to recognise and to search by, never shown'),
  definition: z.string().min(1),
  scopeNote: z.string().min(1).optional().describe('which homonym this is not'),
  broader: z.array(Slug).default([]),
  related: z.array(Slug).default([]),
  see: z.strictObject({ url: WebAddress, checked: z.enum(['confirmed', 'unconfirmed']) }).optional(),
});
export type Term = z.infer<typeof Term>;

export const Terms = z.array(Term);
