/** What a component takes: the attributes it must have, each a plain string, and whether words may stand inside it. */
export interface ComponentShape {
  readonly attributes: readonly string[];
  readonly words: boolean;
}

/**
 * The closed list of components that a record's body may use. MDX is code: what is not in this table is refused by
 * `npm run verify`, and nothing else is handed to a body when it is rendered.
 */
export const COMPONENTS: Readonly<Record<string, ComponentShape>> = Object.freeze({
  /** Shows a position of this record: `<Position id="P3" />`. */
  Position: { attributes: ['id'], words: false },
  /** Says what the sentence before it rests on: `<Rests on="P3 F1" />` or `<Rests on="editor" />`. */
  Rests: { attributes: ['on'], words: false },
  /** Leads to a term of the vocabulary: `<Term id="o-direct" />`, or with other words inside. */
  Term: { attributes: ['id'], words: true },
  /** Leads to another decision: `<Decision id="PREC-7F3Q2" />`, or with other words inside. */
  Decision: { attributes: ['id'], words: true },
  /** Leads to the argument map of this record: `<Diagram />`. */
  Diagram: { attributes: [], words: false },
});
