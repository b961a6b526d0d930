import type { AttributedMessage, Problem } from '../model/message.ts';

/** One document after reading and attribution. */
export interface AttributedDocument {
  readonly format: string;
  readonly messages: readonly AttributedMessage[];
  readonly problems: readonly Problem[];
}
