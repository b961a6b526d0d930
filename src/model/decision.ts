import { z } from 'zod';
import { DecisionId } from './id.ts';
import { Position } from './position.ts';
import { PartialDate, Slug, WebAddress } from './primitives.ts';

export const Status = z.enum(['open', 'settled', 'superseded', 'abandoned', 'withdrawn']);
export type Status = z.infer<typeof Status>;

export const Fate = z.enum(['adopted', 'partly-adopted', 'rejected', 'abandoned', 'open']);
export type Fate = z.infer<typeof Fate>;

/** A dated fact about what happened afterwards, with the address where it was read. */
export const Fact = z.strictObject({
  id: z.string().regex(/^F[1-9]\d*$/, 'F and a number'),
  date: PartialDate,
  text: z.string().min(1),
  url: WebAddress,
  checked: z.enum(['confirmed', 'unconfirmed']),
});
export type Fact = z.infer<typeof Fact>;

/**
 * How a question came to its end, apart from how strong the arguments were: a change was merged; something was removed; a
 * proposal was replaced by a later one; something was built that nobody had proposed there; nobody ever decided.
 */
export const How = z.enum(['merged', 'removed', 'superseded', 'built-otherwise', 'never-decided', 'unknown']);
export type How = z.infer<typeof How>;

/** MADR's considered option: a term of the vocabulary and what became of it. */
export const Option = z.strictObject({
  term: Slug,
  fate: Fate,
  facts: z
    .array(z.string().regex(/^F[1-9]\d*$/))
    .default([])
    .describe('the facts that show the fate'),
});
export type Option = z.infer<typeof Option>;

/** Stored on one side only; the other side's wording is derived. */
export const RelationKind = z.enum(['supersedes', 'refines', 'depends-on', 'conflicts-with', 'related']);

export const Relation = z.strictObject({
  kind: RelationKind,
  target: DecisionId,
  note: z.string().min(1).optional(),
});

/** The front matter of a decision record: one per design question (IBIS: an issue). */
export const Decision = z.strictObject({
  id: DecisionId,
  title: z.string().min(1),
  question: z.string().min(1).regex(/\?$/, 'a question ends in a question mark'),
  summary: z.string().min(1).describe('the answer in one sentence'),
  status: Status,
  draft: z.boolean().default(false).describe('true until a person has written title, question and summary'),
  review: z.enum(['extracted', 'reviewed']),
  options: z.array(Option),
  positions: z.array(Position),
  oneSided: z
    .string()
    .min(1)
    .optional()
    .describe('why nobody is quoted for, or nobody against: one sentence, shown on the page'),
  minted: z.int().min(0).optional().describe('the highest number ever given to a position; no number is given twice'),
  outcome: z.strictObject({
    how: How.optional().describe('how the question was decided'),
    summary: z.string().min(1),
    facts: z.array(Fact),
  }),
  relations: z.array(Relation).default([]),
  aliases: z.array(DecisionId).default([]).describe('ids of records merged into this one'),
});
export type Decision = z.infer<typeof Decision>;
