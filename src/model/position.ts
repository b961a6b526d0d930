import { z } from 'zod';
import { Basis } from './message.ts';
import { Place, Sha256, Slug } from './primitives.ts';

export const Stance = z.enum(['proposes', 'supports', 'opposes', 'concedes', 'reports', 'asks']);
export type Stance = z.infer<typeof Stance>;

/** How much the speaker takes back of it; kept apart from the stance. */
export const Hedge = z.enum(['none', 'low', 'medium', 'high']);
export type Hedge = z.infer<typeof Hedge>;

export const Polarity = z.enum(['pro', 'con']);

export const Review = z.enum(['extracted', 'reviewed', 'rejected']);

/** Words of a source: W3C Web Annotation's TextQuoteSelector and TextPositionSelector in one, with a digest of the raw slice. */
export const Evidence = z.strictObject({
  source: Slug,
  start: Place,
  end: Place.describe('the last character, inclusive'),
  part: z
    .string()
    .regex(/^\d+(?:\.\d+)*$/)
    .optional()
    .describe('the part of a multipart mail whose decoded lines the places count (RFC 3501 §6.4.5)'),
  exact: z.string().min(1).describe('the words, quote marks and line breaks folded to a blank'),
  prefix: z.string().describe('up to 32 characters before, folded likewise'),
  suffix: z.string().describe('up to 32 characters after, folded likewise'),
  sha256: Sha256.describe('of the raw slice as UTF-8, lines joined by a line feed'),
});
export type Evidence = z.infer<typeof Evidence>;

/** A reason given for or against the option, with evidence of its own. */
export const Argument = z.strictObject({
  id: z.string().regex(/^A[1-9]\d*$/),
  polarity: Polarity,
  evidence: Evidence,
});
export type Argument = z.infer<typeof Argument>;

/** What one person holds of one option, in exact words (IBIS: a position on an issue). */
export const Position = z.strictObject({
  id: z.string().regex(/^P[1-9]\d*$/, 'P and a number'),
  option: Slug.nullable().describe('a term of the vocabulary, or null where the words name none'),
  holder: z.string().min(1).nullable().describe('the name as the source gives it, or null where it cannot be known'),
  holderBasis: Basis,
  stance: Stance,
  hedge: Hedge,
  condition: z.string().min(1).optional().describe('words of the evidence under which alone the stance holds'),
  secondHand: z.boolean().describe('true where the words are known only as another message quotes them'),
  quotedBy: z.string().min(1).optional().describe('who quotes them, where second-hand'),
  told: z
    .boolean()
    .optional()
    .describe('true where quotedBy tells in words of their own what the holder holds; only an editor records that'),
  evidence: Evidence,
  arguments: z.array(Argument).default([]),
  mintedArguments: z
    .int()
    .min(0)
    .optional()
    .describe('the highest number ever given to an argument, where it is no longer among them'),
  respondsTo: z
    .string()
    .regex(/^P[1-9]\d*$/)
    .optional()
    .describe('the position of the same record that it answers'),
  confidence: z.number().min(0).max(1),
  review: Review,
  extractor: z.string().min(1).describe('rules, editor, or model:<name>'),
  withdrawn: z.string().min(1).optional().describe('why it no longer counts; it keeps its number'),
  extracted: z
    .record(z.string(), z.string().regex(/^[0-9a-f]{8}$/))
    .default({})
    .describe('field → short digest of what the extractor wrote'),
});
export type Position = z.infer<typeof Position>;

/** A position as the extractor finds it, before a record gives it a number; evidence is relative to its document. */
export interface FoundPosition {
  readonly start: Place;
  readonly end: Place;
  readonly exact: string;
  readonly holder: string | null;
  readonly basis: Basis;
  readonly stance: Stance;
  /** Slug of a vocabulary term, where the words name one. */
  readonly term: string | null;
  /** The option in words: the term's label, or the words of the text; null where none can be told. */
  readonly option: string | null;
  readonly question: string;
  readonly secondHand: boolean;
  readonly quotedBy?: string;
  readonly condition?: string;
  readonly hedge: Hedge;
  readonly confidence: number;
  readonly arguments: readonly FoundArgument[];
  /** Index, in the same list, of the position this one answers. */
  readonly respondsTo?: number;
  /** Id of the message it stands in. */
  readonly message: string;
  readonly part?: string;
  /** Where the same words stand again: quoted in answers, or sent a second time. */
  readonly occurrences?: readonly Occurrence[];
}

/** A place where the words of a position stand again, whole or cut short. */
export interface Occurrence {
  /** Id of the message. */
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
  readonly part?: string;
  /** Who quotes them there; null where nobody does (they were sent again), or nobody knows who wrote the message. */
  readonly quotedBy: string | null;
}

export interface FoundArgument {
  readonly polarity: 'pro' | 'con';
  readonly start: Place;
  readonly end: Place;
  readonly exact: string;
}
