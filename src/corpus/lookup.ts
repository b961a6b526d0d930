import type { Corpus, CorpusDecision, CorpusPosition, CorpusSource } from './corpus.ts';

/** The corpus by id, so that a question about one entry does not walk through all of them. */
export interface Lookup {
  readonly decisions: ReadonlyMap<string, CorpusDecision>;
  readonly positions: ReadonlyMap<string, CorpusPosition>;
  readonly sources: ReadonlyMap<string, CorpusSource>;
  /** The positions of a decision, by the decision's id. */
  readonly byDecision: ReadonlyMap<string, readonly CorpusPosition[]>;
}

const made = new WeakMap<Corpus, Lookup>();

/** Indexes a corpus, once for each. */
export function lookupOf(corpus: Corpus): Lookup {
  const known = made.get(corpus);
  if (known !== undefined) return known;
  const lookup: Lookup = {
    decisions: new Map(corpus.decisions.map((decision) => [decision.id, decision])),
    positions: new Map(corpus.positions.map((position) => [position.id, position])),
    sources: new Map(corpus.sources.map((source) => [source.slug, source])),
    byDecision: Map.groupBy(corpus.positions, ({ decision }) => decision),
  };
  made.set(corpus, lookup);
  return lookup;
}
