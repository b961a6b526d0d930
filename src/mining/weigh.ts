import { attributeArchive } from '../attribution/index.ts';
import { extractPositions } from '../extraction/index.ts';
import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import { type Counts, countArgument } from './worth.ts';

/** Counts the argument in the messages of one thread. */
export function weigh(texts: readonly Message[], terms: readonly Term[]): Counts {
  const messages = attributeArchive({ format: 'thread', messages: texts, problems: [] });
  return countArgument(extractPositions(messages, terms));
}
