import { z } from 'zod';
import { Instant, PartialDate, Place, Sha256, WebAddress } from './primitives.ts';
import { ReasonCode } from './redirect.ts';

/** The archive formats that have a reader; `src/archive/` holds one module for each. */
export const ArchiveFormat = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** Where a document was or is to be found, and what is known of that address: no address is trusted to last. */
export const Locator = z.strictObject({
  url: WebAddress,
  relation: z
    .enum(['page', 'copy', 'index', 'context'])
    .describe('this very page, another copy of the text, a list index, a related page'),
  checked: z.enum(['confirmed', 'unconfirmed']),
  note: z.string().optional(),
});

/** A stretch whose speaker the bytes do not show and a person has established; the reason is printed wherever it is used. */
export const SpeakerAnnotation = z.strictObject({
  start: Place,
  end: Place,
  speaker: z.string().min(1).nullable(),
  reason: z.string().min(1),
});
export type SpeakerAnnotation = z.infer<typeof SpeakerAnnotation>;

/** A stretch whose words were taken out of the bytes, each character overwritten in its place. */
export const Withheld = z.strictObject({
  part: z.string().optional().describe('the decoded part whose lines the places count'),
  message: z.string().optional().describe('the Message-ID of the mail that has this part'),
  start: Place,
  end: Place,
  code: ReasonCode,
  date: PartialDate,
});
export type Withheld = z.infer<typeof Withheld>;

/** `source.yaml`: what is known of one archived document that its bytes do not say. */
export const Source = z.strictObject({
  title: z.string().min(1),
  author: z.string().min(1),
  list: z.string().min(1).describe('the list or site it was published on'),
  date: z.union([Instant, PartialDate]).describe('when it was sent, in UTC where the hour is known'),
  dateNote: z.string().optional().describe('where the date comes from when the document does not say it'),
  format: ArchiveFormat,
  messageId: z
    .string()
    .regex(/^<[^<>\s]+>$/)
    .optional(),
  sha256: Sha256,
  archived: Sha256.optional().describe(
    'of the bytes as they were first archived, where words have been taken out of them since; versions know the source by it',
  ),
  withheld: z
    .array(Withheld)
    .optional()
    .describe('stretches that npm run withdraw has overwritten; nothing is read out of them any more'),
  fetched: PartialDate.optional().describe('when the bytes were taken into the project'),
  locators: z.array(Locator),
  rights: z.string().min(1),
  gaps: z
    .array(z.strictObject({ after: z.int().min(0), missing: z.string().min(1), note: z.string().optional() }))
    .default([])
    .describe('lines that the original had and these bytes lack, by the line they followed'),
  speakers: z.array(SpeakerAnnotation).default([]),
  notes: z.array(z.string()).default([]),
});
export type Source = z.infer<typeof Source>;
