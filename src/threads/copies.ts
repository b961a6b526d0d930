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
  const byId = new Map<string, Message>();
  const byMoment = new Map<string, Map<string, Message> | Message>();
  const copyOf = new Map<Message, Message>();
  const originals: Message[] = [];
  for (const message of messages) {
    const first = byId.get(message.id) ?? sameAtOnce(byMoment, message);
    if (!byId.has(message.id)) byId.set(message.id, first ?? message);
    if (first === undefined) originals.push(message);
    else copyOf.set(message, first);
  }
  return { originals, copyOf };
}

/**
 * The earlier message of the same sender, second and words; remembers this one otherwise. Bodies are digested only where
 * sender and second agree.
 */
function sameAtOnce(byMoment: Map<string, Map<string, Message> | Message>, message: Message): Message | undefined {
  if (message.from === null || message.date === null) return undefined;
  const moment = `${message.from.name}\n${message.date}`;
  const known = byMoment.get(moment);
  if (known === undefined) {
    byMoment.set(moment, message);
    return undefined;
  }
  const byWords = known instanceof Map ? known : new Map([[wordsKey(known), known]]);
  byMoment.set(moment, byWords);
  const key = wordsKey(message);
  const first = byWords.get(key);
  if (first === undefined) byWords.set(key, message);
  return first;
}

/** A digest of the words of a body; a body without any is like no other. */
function wordsKey({ id, lines }: Message): string {
  const body = lines.flatMap((line) => (line.zone === undefined ? [line.text.trim()] : []));
  const words = body.join('\n').trim();
  return words === '' ? id : sha256(words);
}
