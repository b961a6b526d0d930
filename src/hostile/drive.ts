import { readArchive } from '../archive/index.ts';
import { attributeArchive } from '../attribution/index.ts';
import { extractPositions } from '../extraction/index.ts';
import type { AttributedMessage, Problem } from '../model/message.ts';
import type { FoundPosition } from '../model/position.ts';
import { PrecedentError } from '../model/problem.ts';

/** What came of one hostile document. */
export interface Outcome {
  readonly format: string;
  readonly messages: readonly AttributedMessage[];
  readonly problems: readonly Problem[];
  readonly positions: readonly FoundPosition[];
}

/** Takes a document all the way to positions; null where no reader knows it, which is an answer as well. Other errors are thrown. */
export function drive(document: string | Uint8Array): Outcome | null {
  try {
    const bytes = typeof document === 'string' ? Buffer.from(document) : document;
    const archive = readArchive(bytes, 'hostile');
    const messages = attributeArchive(archive);
    return { ...archive, messages, positions: extractPositions(messages, []) };
  } catch (error) {
    if (error instanceof PrecedentError && error.finding.code === 'format-unknown') return null;
    throw error;
  }
}

export const HEADER =
  'From a@b Mon Jun  1 00:00:00 2015\nFrom: Ann Bee <a@b.example>\nMessage-ID: <1@b.example>\nSubject: x\n';

/** A mailbox of one mail with that body. */
export function mailWithBody(body: string): string {
  return `${HEADER}\n${body}\n`;
}

/** A mailbox of one mail with that value in a field of its header. */
export function mailWithField(field: string, value: string): string {
  return `From a@b Mon Jun  1 00:00:00 2015\n${field}: ${value}\n${HEADER.slice(HEADER.indexOf('\n') + 1)}\nbody\n`;
}
