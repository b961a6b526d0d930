import { z } from 'zod';
import { Slug } from './primitives.ts';

/** A person and the names under which the sources know them, one entry of `content/people.yaml`. No address is ever kept. */
export const Person = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]).describe('names exactly as sources write them'),
  note: z.string().min(1).optional(),
  checked: z
    .enum(['confirmed', 'unconfirmed'])
    .default('confirmed')
    .describe('whether the identification is established'),
});
export type Person = z.infer<typeof Person>;

export const People = z.array(Person);
