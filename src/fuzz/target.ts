import type fc from 'fast-check';

/** One thing that is fed made-up input: what it is fed, and what must hold of every answer. */
export interface Target {
  /** As `npm run fuzz -- --target NAME` takes it. */
  readonly name: string;
  /** What it takes on, in one line. */
  readonly takes: string;
  /** Inputs are text, so that one that is a finding can be kept in a file; bytes are text of U+0000 to U+00FF. */
  readonly inputs: fc.Arbitrary<string>;
  /** Throws where a promise is broken. A refusal that is foreseen (a PrecedentError) is an answer, and not thrown. */
  readonly check: (input: string) => void | Promise<void>;
}

/** Bytes of a text of U+0000 to U+00FF. */
export function bytesOf(input: string): Buffer {
  return Buffer.from(input, 'latin1');
}

/** Throws where something that must hold does not. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
