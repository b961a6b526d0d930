import { attributeArchive } from '../attribution/index.ts';
import { type Names, namesOf } from '../attribution/names.ts';
import { type Footers, knownFooters } from '../attribution/zones/index.ts';
import { extractPositions } from '../extraction/index.ts';
import type { AttributedMessage } from '../model/message.ts';
import type { FoundPosition } from '../model/position.ts';
import type { SpeakerAnnotation } from '../model/source.ts';
import type { Term } from '../model/term.ts';
import { attributePlace, speakersBeside } from '../records/document.ts';
import { documentJson, messageJson, positionJson } from '../records/document-json.ts';
import { type LargeMailbox, type MailboxReader, openMailbox, threadAt } from './mailbox.ts';
import type { PartWriter } from './part.ts';
import { type Plan, type PlannedDocument, type Shard, unitsIn } from './plan.ts';

/** Does the work of one shard: reads its documents and threads, finds their positions, and writes them into a part. */
export async function doShard(
  plan: Plan,
  shard: Shard,
  terms: readonly Term[],
  part: PartWriter,
  onDone: (messages: number) => void = () => {},
): Promise<void> {
  part.begin({ ...shard, plan: plan.digest });
  plan.documents.forEach(({ place, mailbox }, document) => {
    if (mailbox !== null) part.mailbox(document, place.name, mailbox.format);
  });
  const threads = new ThreadReaders(plan, terms, part);
  try {
    for (const unit of unitsIn(plan, shard)) {
      const index = plan.documentOf[unit] ?? 0;
      const thread = plan.threadOf[unit] ?? -1;
      const document = plan.documents[index];
      if (document === undefined) throw new RangeError('a unit without a document');
      // What the first reading met is told once, by whoever has the first unit of the document.
      if (thread <= 0) part.findings(index, document.findings);
      onDone(thread === -1 ? await wholeDocument(document, index, terms, part) : threads.read(index, thread));
    }
  } finally {
    threads.close();
  }
  part.end();
}

async function wholeDocument(
  { place, findings: known }: PlannedDocument,
  index: number,
  terms: readonly Term[],
  part: PartWriter,
): Promise<number> {
  if (known.length > 0) return 0;
  const { document, findings } = await attributePlace(place);
  part.findings(index, findings);
  if (document === null) return 0;
  part.document(index, documentJson(place.name, document, extractPositions(document.messages, terms)));
  return document.messages.length;
}

/** A mailbox open for reading, with what is the same for all its threads. */
interface OpenMailbox {
  readonly index: number;
  readonly mailbox: LargeMailbox;
  readonly reader: MailboxReader;
  readonly names: Names;
  readonly footers: Footers;
  readonly speakers: readonly SpeakerAnnotation[];
}

/** Reads threads and writes what they hold; keeps one mailbox open at a time. */
class ThreadReaders {
  private open: OpenMailbox | null = null;
  private readonly plan: Plan;
  private readonly terms: readonly Term[];
  private readonly part: PartWriter;

  constructor(plan: Plan, terms: readonly Term[], part: PartWriter) {
    this.plan = plan;
    this.terms = terms;
    this.part = part;
  }

  /** Reads one thread of a document; gives the number of its messages. */
  read(document: number, thread: number): number {
    const { mailbox, reader, names, footers, speakers } = this.opened(document, thread === 0);
    const indices = [...threadAt(mailbox, thread)];
    const archive = { format: mailbox.format, messages: indices.map((index) => reader.message(index)), problems: [] };
    const messages = attributeArchive(archive, speakers, names, footers);
    const found = extractPositions(messages, this.terms);
    const positions = byMessage(messages, found);
    messages.forEach((message, place) => {
      const index = indices[place] ?? 0;
      this.part.message(document, index, messageJson(message));
      const own = positions[place] ?? [];
      if (own.length > 0)
        this.part.positions(
          document,
          index,
          own.map((position) => positionJson(position, found)),
        );
    });
    return messages.length;
  }

  close(): void {
    this.open?.reader.close();
    this.open = null;
  }

  private opened(index: number, tell: boolean): OpenMailbox {
    if (this.open?.index === index) return this.open;
    this.close();
    const { place, mailbox } = this.plan.documents[index] ?? {};
    if (place === undefined || mailbox === null || mailbox === undefined) throw new RangeError('no such mailbox');
    const { speakers, findings } = speakersBeside(place.name);
    if (tell) this.part.findings(index, findings);
    const [names, footers] = [namesOf(mailbox.senders), knownFooters(mailbox.footers)];
    this.open = { index, mailbox, reader: openMailbox(mailbox), names, footers, speakers };
    return this.open;
  }
}

/** The positions of each message; they come in the order of the messages, of which two copies may share an id. */
function byMessage(messages: readonly AttributedMessage[], found: readonly FoundPosition[]): FoundPosition[][] {
  const sorted = messages.map((): FoundPosition[] => []);
  let at = 0;
  for (const position of found) {
    while (at < messages.length && messages[at]?.id !== position.message) at += 1;
    sorted[at]?.push(position);
  }
  return sorted;
}
