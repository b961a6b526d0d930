import type { z } from 'zod';
import type { Polarity, Stance } from '../../model/position.ts';
import type { Sentence } from '../sentence.ts';
import type { Range } from '../sentences.ts';
import { endOf } from '../tokens.ts';
import { clausesOf } from './clauses.ts';
import { type Placed, REASON_FROM, weighAgainst, weighReason } from './weigh.ts';

/** A clause that gives a reason, as offsets of its block's text. */
export interface Reason {
  readonly polarity: z.infer<typeof Polarity>;
  readonly range: Range;
}

/**
 * Finds the reasons a run of sentences gives: clauses behind `because`, `so that`, `which means` and the like, and clauses that name a
 * merit, a defect or a measurement. The polarity is relative to the option: that of the stance, unless the clause itself speaks for the
 * contrary. A question gives no reason.
 */
export function reasonsOf(sentences: readonly Sentence[], stance: Stance): Reason[] {
  if (stance === 'asks') return [];
  const reasons: Reason[] = [];
  for (const placed of placedClauses(sentences)) {
    const { sentence, clause } = placed;
    if (clause.joint !== 'reason' && weighReason(placed, stance) <= REASON_FROM) continue;
    // The `and` that ties it on belongs to the sentence, not to the reason.
    const first = sentence.starts[clause.joint === 'and' ? clause.from + 1 : clause.from];
    if (first === undefined) continue;
    const base = sentence.range.start;
    const polarity = weighAgainst(placed, stance) > 0 ? 'con' : 'pro';
    reasons.push({ polarity, range: { start: base + first, end: base + endOf(sentence, clause.to - 1) } });
  }
  return reasons;
}

function placedClauses(sentences: readonly Sentence[]): Placed[] {
  const placed: Placed[] = [];
  for (const sentence of sentences) {
    const clauses = clausesOf(sentence.tokens);
    const opening = sentence === sentences[0];
    for (const clause of clauses)
      placed.push({ sentence, clause, opening, last: clause === clauses.at(-1), only: clauses.length === 1 });
  }
  return placed;
}
