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
  const byMoment = new Map<string, Message[]>();
  const copyOf = new Map<Message, Message>();
  const originals: Message[] = [];
  for (const message of messages) {
    const moment = `${message.from?.name}\n${message.date}`;
    const known = message.from !== null && message.date !== null;
    const simultaneous = known ? (byMoment.get(moment) ?? []) : [];
    const first = byId.get(message.id) ?? simultaneous.find((other) => sameWords(other, message));
    if (!byId.has(message.id)) byId.set(message.id, first ?? message);
    if (first !== undefined) {
      copyOf.set(message, first);
      continue;
    }
    originals.push(message);
    if (known) byMoment.set(moment, [...simultaneous, message]);
  }
  return { originals, copyOf };
}

/** Tells whether two bodies hold the same words, of which there must be some. */
function sameWords(a: Message, b: Message): boolean {
  const words = bodyText(a);
  return words !== '' && words === bodyText(b);
}

function bodyText({ lines }: Message): string {
  const body = lines.flatMap((line) => (line.zone === undefined ? [line.text.trim()] : []));
  return body.join('\n').trim();
}
