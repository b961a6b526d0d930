import type { Decision } from '../model/decision.ts';
import { RELATION_WORDS } from './words.ts';

/** A decision related to another, in words that read from the page they stand on. */
export interface RelatedDecision {
  readonly words: string;
  readonly decision: Decision;
  readonly note: string | null;
}

/** The relations a record states and those that others state of it; each relation is stored on one side only. */
export function relatedTo(decision: Decision, all: readonly Decision[]): RelatedDecision[] {
  const forward = decision.relations.flatMap(({ kind, target, note }) => {
    const other = all.find(({ id, aliases }) => id === target || aliases.includes(target));
    return other === undefined ? [] : [{ words: RELATION_WORDS[kind].forward, decision: other, note: note ?? null }];
  });
  const inverse = all.flatMap((other) =>
    other.relations
      .filter(({ target }) => target === decision.id || decision.aliases.includes(target))
      .map(({ kind, note }) => ({ words: RELATION_WORDS[kind].inverse, decision: other, note: note ?? null })),
  );
  return [...forward, ...inverse];
}
