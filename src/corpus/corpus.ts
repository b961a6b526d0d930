import { z } from 'zod';
import { Fact, Fate, How, RelationKind, Status } from '../model/decision.ts';
import { AnyId, DecisionId } from '../model/id.ts';
import { Basis } from '../model/message.ts';
import { Hedge, Polarity, Stance } from '../model/position.ts';
import { PartialDate, Place, Sha256, Slug, WebAddress } from '../model/primitives.ts';
import { ReasonCode } from '../model/redirect.ts';
import { Version } from '../versions/version.ts';

/** What was released of an id: its newest number, the day, and the digest of its substance; absent before its first release. */
export const Released = z.object({
  version: z.int().min(1),
  date: PartialDate,
  digest: Sha256,
  changed: z.boolean().optional().describe('true where it says something else now, which is not released yet'),
});
export type Released = z.infer<typeof Released>;

export const CorpusDecision = z.object({
  id: DecisionId,
  url: WebAddress,
  title: z.string(),
  question: z.string(),
  summary: z.string(),
  status: Status,
  draft: z.boolean(),
  review: z.enum(['extracted', 'reviewed']),
  options: z.array(z.object({ term: Slug, label: z.string(), fate: Fate, facts: z.array(z.string()) })),
  outcome: z.object({ how: How.optional(), summary: z.string(), facts: z.array(Fact) }),
  relations: z.array(z.object({ kind: RelationKind, target: DecisionId, note: z.string().optional() })),
  /** Decisions that have taken the place of this one: the other side of their `supersedes`. */
  supersededBy: z.array(DecisionId),
  aliases: z.array(DecisionId),
  positions: z.array(AnyId),
  released: Released.optional(),
});
export type CorpusDecision = z.infer<typeof CorpusDecision>;

/** Words of a source, as they may be shown: addresses of persons are cut short in them. */
const Quoted = z.object({
  source: Slug,
  start: Place,
  end: Place,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  sha256: Sha256.describe('of the raw slice of the archived bytes'),
});

export const CorpusPosition = z.object({
  id: AnyId,
  url: WebAddress,
  decision: DecisionId,
  option: Slug.nullable(),
  optionLabel: z.string().nullable(),
  holder: z.string().nullable(),
  person: Slug.nullable().describe('the page of the holder'),
  basis: Basis,
  stance: Stance,
  hedge: Hedge,
  condition: z.string().optional(),
  secondHand: z.boolean(),
  quotedBy: z.string().optional(),
  told: z.boolean().optional().describe('true where quotedBy tells it in words of their own'),
  date: z.string().describe('when the words were sent, or, where dateOf is quoted, when they were quoted'),
  dateOf: z.enum(['sent', 'quoted']),
  evidence: Quoted,
  evidenceUrl: WebAddress,
  messageId: z.string().nullable(),
  arguments: z.array(z.object({ id: z.string(), polarity: Polarity, evidence: Quoted })),
  respondsTo: AnyId.optional(),
  confidence: z.number(),
  review: z.enum(['extracted', 'reviewed']),
  extractor: z.string(),
  released: Released.optional(),
});
export type CorpusPosition = z.infer<typeof CorpusPosition>;

export const CorpusSource = z.object({
  slug: Slug,
  url: WebAddress,
  title: z.string(),
  author: z.string(),
  list: z.string(),
  date: z.string(),
  format: z.string(),
  messageId: z.string().nullable(),
  sha256: Sha256,
  swhid: z.string(),
  locators: z.array(z.object({ url: WebAddress, relation: z.string(), checked: z.string() })),
  rights: z.string(),
});
export type CorpusSource = z.infer<typeof CorpusSource>;

export const CorpusTerm = z.object({
  id: Slug,
  url: WebAddress,
  prefLabel: z.string(),
  altLabel: z.array(z.string()),
  definition: z.string(),
  broader: z.array(Slug),
  related: z.array(Slug),
});

/** An id whose content is gone: it answers with the reason, and with the id that has taken its place where there is one. */
export const Gone = z.object({
  id: AnyId,
  kind: z.enum(['moved', 'withdrawn']),
  to: AnyId.nullable().describe('what has taken its place, at the end of the way where there were several'),
  code: ReasonCode,
  reason: z.string(),
});
export type Gone = z.infer<typeof Gone>;

/** One released version of an id; what it held stands in `content/versions/`. Unknown fields are passed over here too. */
export const CorpusVersion = z.object(Version.omit({ substance: true }).shape);
export type CorpusVersion = z.infer<typeof CorpusVersion>;

/**
 * The whole knowledge as it is published in one JSON file, `api/v1/corpus.json`: everything that citing and checking need, so
 * that both work without the repository. Lists are in the order of ids; positions of a decision in time order. Unknown
 * fields are passed over, so that a later edition can add some.
 */
export const Corpus = z.object({
  format: z.literal('precedent-corpus/1'),
  name: z.string().min(1),
  site: WebAddress.describe('the address of the home page, with a slash at its end'),
  licence: WebAddress.describe('of our prose and data; quotations belong to their authors'),
  decisions: z.array(CorpusDecision),
  positions: z.array(CorpusPosition),
  sources: z.array(CorpusSource),
  terms: z.array(CorpusTerm),
  people: z.array(z.object({ id: Slug, url: WebAddress, name: z.string(), aliases: z.array(z.string()) })),
  gone: z.array(Gone),
  versions: z.array(CorpusVersion),
});
export type Corpus = z.infer<typeof Corpus>;
