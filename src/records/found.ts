import { plainSubject } from '../extraction/question.ts';
import type { AttributedMessage } from '../model/message.ts';
import type { FoundPosition } from '../model/position.ts';
import { evidenceFor } from '../model/quote.ts';
import { threadMessages } from '../threads/index.ts';
import { type Extracted, extractedFields } from './fields.ts';
import { linesOfPart } from './lines.ts';

/** A source with what the extractor found in it. */
export interface FoundInSource {
  readonly slug: string;
  readonly messages: readonly AttributedMessage[];
  readonly found: readonly FoundPosition[];
}

/**
 * Gives each position found the evidence that a record holds of it: context on both sides and the digest of the raw slice.
 * A place that its message does not have throws a RangeError: the extractor is then at fault, not the source.
 */
export function withEvidence({ slug, messages, found }: FoundInSource): Extracted[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  return found.map((position) => {
    const message = byId.get(position.message);
    if (message === undefined) throw new RangeError(`no message ${position.message} in ${slug}`);
    const lines = linesOfPart(message, position.part);
    const part = position.part === undefined ? {} : { part: position.part };
    const cut = ({ start, end }: Pick<FoundPosition, 'start' | 'end'>) => ({
      ...evidenceFor(slug, lines, start, end),
      ...part,
    });
    return extractedFields(position, cut(position), position.arguments.map(cut));
  });
}

/**
 * Sorts the messages of a source into conversations: by what answers what, and, where nothing says so, by the same subject.
 *
 * @returns message id → the id of the first message of its conversation.
 */
export function conversationsOf(messages: readonly AttributedMessage[]): Map<string, string> {
  const bySubject = new Map<string, string>();
  const conversations = new Map<string, string>();
  for (const thread of threadMessages(messages.map((message) => ({ ...message, lines: [] })))) {
    const subject = plainSubject(thread.root.subject).toLowerCase();
    const first = (subject === '' ? undefined : bySubject.get(subject)) ?? thread.root.id;
    if (subject !== '') bySubject.set(subject, first);
    for (const { id } of thread.messages) conversations.set(id, first);
  }
  return conversations;
}
