import type { Decision } from '../model/decision.ts';
import { canonicalJson, type Json, sha256 } from '../model/digest.ts';
import type { Position } from '../model/position.ts';
import { DecisionSubstance, PositionSubstance, type Substance } from './version.ts';

/** Gives the digest of a source's bytes by its slug, or null where there is no such source. */
export type DigestOf = (source: string) => string | null;

/**
 * Digests a substance: SHA-256 over its canonical JSON (RFC 8785), as 64 hexadecimal digits.
 *
 * @example the same question, options, facts and positions → the same digest, whatever the title or the prose
 */
export function substanceDigest(substance: Substance): string {
  // Through JSON and back: a zod record is JSON by its schema, and a field that is undefined must not differ from one that is absent.
  const plain: Json = JSON.parse(JSON.stringify(substance));
  return sha256(canonicalJson(plain));
}

/** Takes from a position what a citation rests on: who, what, how strongly, in which words, for which reasons. */
export function positionSubstance(position: Position, digestOf: DigestOf): PositionSubstance {
  const { option, holder, holderBasis, stance, hedge, secondHand, evidence } = position;
  return PositionSubstance.parse({
    kind: 'position',
    option,
    holder,
    basis: holderBasis,
    stance,
    hedge,
    secondHand,
    condition: position.condition,
    quotedBy: position.quotedBy,
    told: position.told,
    respondsTo: position.respondsTo,
    withdrawn: position.withdrawn,
    source: sourceName(evidence.source, digestOf),
    exact: evidence.exact,
    arguments: position.arguments.map(({ id, polarity, evidence: of }) => ({ id, polarity, exact: of.exact })),
  });
}

/** Takes from a decision what a citation rests on; title, summary and prose may be reworded without touching it. */
export function decisionSubstance(decision: Decision, digestOf: DigestOf): DecisionSubstance {
  const { question, status, options, outcome } = decision;
  const positions = livingPositions(decision).map((position): [string, string] => [
    position.id,
    substanceDigest(positionSubstance(position, digestOf)),
  ]);
  return DecisionSubstance.parse({
    kind: 'decision',
    question,
    status,
    how: outcome.how,
    options: options.map(({ term, fate, facts }) => ({ term, fate, facts: [...facts] })),
    facts: outcome.facts.map((fact) => ({ ...fact })),
    positions: Object.fromEntries(positions),
  });
}

/** The positions of a decision that count: not rejected in review, not withdrawn. */
function livingPositions({ positions }: Decision): Position[] {
  return positions.filter(({ review, withdrawn }) => review !== 'rejected' && withdrawn === undefined);
}

function sourceName(slug: string, digestOf: DigestOf): string {
  const digest = digestOf(slug);
  return digest === null ? `slug:${slug}` : `sha256:${digest}`;
}
