import type { Message, Problem } from '../model/message.ts';
import type { Input } from './input.ts';

/** What a reader makes of one input. */
export interface Reading {
  readonly messages: readonly Message[];
  readonly problems: readonly Problem[];
}

/** One archive format: how its content gives it away, and how it is read. */
export interface Reader {
  /** Name in the table, such as `pipermail`. */
  readonly format: string;
  /** Looks at the content alone, never at the name. */
  readonly detect: (input: Input) => boolean;
  /** Reads what can be read and reports what cannot; never throws on bad content. */
  readonly read: (input: Input) => Reading;
}
