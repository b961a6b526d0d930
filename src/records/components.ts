/**
 * The closed list of components that a record's body may use, and the attributes each takes. MDX is code; what is not in
 * this table is refused by `npm run verify`.
 */
export const COMPONENTS: Readonly<Record<string, readonly string[]>> = Object.freeze({
  /** Shows a position of this record. */
  Position: ['id'],
  /** Says what the sentence before it rests on: positions and facts of this record, or `editor`. */
  Rests: ['on'],
  /** Names a term of the vocabulary. */
  Term: ['id'],
  /** Names another decision. */
  Decision: ['id'],
  /** Shows the argument map of this record. */
  Diagram: [],
});
