import { z } from 'zod';
import { Fact, Fate, How, Status } from '../model/decision.ts';
import { AnyId } from '../model/id.ts';
import { Basis } from '../model/message.ts';
import { Hedge, Polarity, Stance } from '../model/position.ts';
import { PartialDate, Sha256, Slug } from '../model/primitives.ts';
import { ReasonCode } from '../model/redirect.ts';

/** What a position says, apart from how it is shown or where in its source it stands. */
export const PositionSubstance = z.strictObject({
  kind: z.literal('position'),
  option: Slug.nullable(),
  holder: z.string().nullable(),
  basis: Basis,
  stance: Stance,
  hedge: Hedge,
  condition: z.string().optional(),
  secondHand: z.boolean(),
  quotedBy: z.string().optional(),
  told: z.boolean().optional(),
  respondsTo: z.string().optional(),
  source: z
    .string()
    .describe('sha256: and the digest of the archived bytes; a source may be renamed, its bytes never change'),
  exact: z.string(),
  arguments: z.array(z.strictObject({ id: z.string(), polarity: Polarity, exact: z.string() })),
  withdrawn: z.string().optional(),
});
export type PositionSubstance = z.infer<typeof PositionSubstance>;

/** What a decision says. Its positions stand in it by their digests, so that its own digest covers them. */
export const DecisionSubstance = z.strictObject({
  kind: z.literal('decision'),
  question: z.string(),
  status: Status,
  how: How.optional(),
  options: z.array(z.strictObject({ term: Slug, fate: Fate, facts: z.array(z.string()) })),
  facts: z.array(Fact),
  positions: z.record(z.string(), Sha256),
});
export type DecisionSubstance = z.infer<typeof DecisionSubstance>;

/** What is left of an id whose record or position is gone. */
export const GoneSubstance = z.strictObject({
  kind: z.literal('gone'),
  to: AnyId.nullable(),
  code: ReasonCode,
  reason: z.string(),
});

/**
 * What is left of a version whose words had to go: the number, the day and the digest, by which whoever still has the words can
 * show that they were those. Only `withoutWords` makes it, and only an id that was taken back for good may have it.
 */
export const RemovedSubstance = z.strictObject({ kind: z.literal('removed') });

export const Substance = z.discriminatedUnion('kind', [
  PositionSubstance,
  DecisionSubstance,
  GoneSubstance,
  RemovedSubstance,
]);
export type Substance = z.infer<typeof Substance>;

/** In what respect a version differs from the one before it. */
export const Change = z.strictObject({
  kind: z.enum([
    'reworded',
    'quotation',
    'stance',
    'holder',
    'arguments',
    'outcome',
    'positions',
    'withdrawn',
    'restored',
    'moved',
  ]),
  text: z.string(),
});
export type Change = z.infer<typeof Change>;

/** One line of `content/versions/<decision>.jsonl`: what an id said when it was released under this number. */
export const Version = z.strictObject({
  id: AnyId,
  version: z.int().min(1),
  date: PartialDate,
  digest: Sha256.describe('of the canonical JSON of the substance (RFC 8785)'),
  changes: z.array(Change).describe('what differs from the version before; empty in the first'),
  title: z.string().describe('as it was then; a title may be reworded without a new version'),
  substance: Substance,
});
export type Version = z.infer<typeof Version>;

/** The versions of each id, oldest first. */
export type Histories = ReadonlyMap<string, readonly Version[]>;
