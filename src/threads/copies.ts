import { sha256 } from '../model/digest.ts';
import type { Message } from '../model/message.ts';

/** Messages told apart from further copies of them. */
export interface Folded {
  readonly originals: readonly Message[];
  /** For each copy, the message it is a copy of. */
  readonly copyOf: ReadonlyMap<Message, Message>;
}

/**
 * Folds copies of one mail that came in twice: by Message-ID, however a list has changed the body, and by sender, date and
 * body where an archive gave a copy another id. The first copy counts.
 */
export function foldCopies(messages: readonly Message[]): Folded {
  const seen = new Map<string, Message>();
  const copyOf = new Map<Message, Message>();
  const originals: Message[] = [];
  for (const message of messages) {
    const keys = [message.id, contentKey(message)].filter((key) => key !== null);
    const first = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
    if (first === undefined) originals.push(message);
    else copyOf.set(message, first);
    for (const key of keys) if (!seen.has(key)) seen.set(key, first ?? message);
  }
  return { originals, copyOf };
}

/** Sender, date and body of a mail; null where one of them is missing, for then too little is left to compare. */
function contentKey(message: Message): string | null {
  if (message.from === null || message.date === null) return null;
  const body = message.lines.flatMap((line) => (line.zone === undefined ? [line.text.trim()] : []));
  const text = body.join('\n').trim();
  return text === '' ? null : `${message.from.name}\n${message.date}\n${sha256(text)}`;
}
