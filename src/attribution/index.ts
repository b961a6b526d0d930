import type { Archive, AttributedMessage, Message } from '../model/message.ts';
import type { SpeakerAnnotation } from '../model/source.ts';
import { foldCopies, type Thread, threadMessages } from '../threads/index.ts';
import { applyAnnotations } from './annotations.ts';
import { attributedMessage, claimLines } from './message.ts';
import { type Names, namesOf } from './names.ts';
import { sourceOwners } from './originals.ts';
import { OwnLines } from './own-lines.ts';
import { Stock } from './stock.ts';
import { Wordings } from './wordings.ts';
import { type Footers, learnFooters } from './zones/index.ts';

/**
 * Says for every line of every message who wrote it and how that is known, or that it cannot be known. The text of the
 * thread decides where it holds the original; else the attribution lines of the message; else the names of those it
 * answers. Annotations of the source come last and have the last word. Messages stand in the order of the archive.
 * `names` are those of all senders, and `footers` those of the list, where the archive is read in parts.
 *
 * @example attributeArchive(readArchive(bytes, 'message.txt'))[0]?.lines[9]?.speaker → 'Christoph Lameter'
 */
export function attributeArchive(
  archive: Archive,
  annotations: readonly SpeakerAnnotation[] = [],
  names: Names = namesOf(archive.messages),
  footers: Footers = learnFooters(archive.messages),
): AttributedMessage[] {
  const byId = new Map(archive.messages.map((message) => [message.id, message]));
  const { originals, copyOf } = foldCopies(archive.messages);
  const copies = Map.groupBy(copyOf.keys(), (copy) => copyOf.get(copy));
  const attributed = new Map<Message, AttributedMessage>();
  const ownLines = new OwnLines(archive.messages.reduce((sum, { lines }) => sum + lines.length, 0));
  for (const thread of threadMessages(originals)) {
    const stocks = new Map<string, Stock>();
    for (const original of thread.messages) {
      const ancestors = ancestorNames(original.id, thread, byId);
      const parent = stocks.get(thread.parentOf(original.id) ?? '') ?? null;
      for (const message of [original, ...(copies.get(original) ?? [])]) {
        const claimed = claimLines(message, ancestors, names, footers);
        const author = claimed.from?.name ?? null;
        const wordings = new Wordings(claimed.body);
        const owners = sourceOwners(claimed.body, wordings, claimed.owners, author, parent, ownLines);
        if (message === original) {
          const stock = new Stock(message.id, claimed.body, wordings, owners, author);
          stocks.set(message.id, stock);
          stock.tell(ownLines);
        }
        const { lines, ...rest } = attributedMessage(claimed, owners);
        attributed.set(message, { ...rest, lines: applyAnnotations(lines, annotations) });
      }
    }
  }
  return archive.messages.flatMap((message) => attributed.get(message) ?? []);
}

/** Names of ancestors further up than any depth of quotation that still can be read. */
const MOST_ANCESTORS = 64;

/**
 * The writers of the messages that a message answers, the nearest first, up to the first that is not known. A link that rests
 * on the subject alone joins a conversation but does not say whom the message answers.
 */
function ancestorNames(id: string, thread: Thread, byId: ReadonlyMap<string, Message>): string[] {
  const names: string[] = [];
  for (let at = id; thread.linkOf(at) === 'header' && names.length < MOST_ANCESTORS; ) {
    const parent = thread.parentOf(at);
    const name = parent === null ? undefined : byId.get(parent)?.from?.name;
    if (parent === null || name === undefined) break;
    names.push(name);
    at = parent;
  }
  return names;
}
