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
  return placedClauses(sentences).flatMap((placed) => {
    if (placed.clause.joint !== 'reason' && weighReason(placed, stance) <= REASON_FROM) return [];
    const { sentence, clause } = placed;
    // The `and` that ties it on belongs to the sentence, not to the reason.
    const first = sentence.starts[clause.joint === 'and' ? clause.from + 1 : clause.from];
    if (first === undefined) return [];
    const base = sentence.range.start;
    const polarity = weighAgainst(placed, stance) > 0 ? 'con' : 'pro';
    return [{ polarity, range: { start: base + first, end: base + endOf(sentence, clause.to - 1) } }];
  });
}

function placedClauses(sentences: readonly Sentence[]): Placed[] {
  return sentences.flatMap((sentence, index) => {
    const clauses = clausesOf(sentence.tokens);
    return clauses.map(
      (clause, at): Placed => ({
        sentence,
        clause,
        opening: index === 0,
        last: at === clauses.length - 1,
        only: clauses.length === 1,
      }),
    );
  });
}
