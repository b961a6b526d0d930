import type { Message } from '../model/message.ts';

/** Strings and senders kept once each, and as copies: a piece of a string would keep the whole mail alive. */
export class Interned {
  private readonly strings = new Map<string, string>();
  private readonly senders = new Map<string, NonNullable<Message['from']>>();

  string(text: string): string {
    const known = this.strings.get(text);
    if (known !== undefined) return known;
    const copy = Buffer.from(text, 'utf16le').toString('utf16le');
    this.strings.set(copy, copy);
    return copy;
  }

  sender(from: Message['from']): Message['from'] {
    if (from === null) return null;
    const { name, mailbox } = from;
    const key = `${name}\0${mailbox ?? ''}`;
    const known = this.senders.get(key);
    if (known !== undefined) return known;
    const copy = { name: this.string(name), ...(mailbox === undefined ? {} : { mailbox: this.string(mailbox) }) };
    this.senders.set(this.string(key), copy);
    return copy;
  }

  /** A message without its text; ids, which answers repeat, are kept once. */
  head({ lines: _, ...head }: Message): Message {
    const kept = (text: string | null): string | null => (text === null ? null : this.string(text));
    return {
      ...head,
      id: this.string(head.id),
      from: this.sender(head.from),
      dateText: kept(head.dateText),
      date: kept(head.date),
      subject: this.string(head.subject),
      inReplyTo: kept(head.inReplyTo),
      references: head.references.map((id) => this.string(id)),
      lines: [],
    };
  }

  everybody(): Pick<Message, 'from'>[] {
    return [...this.senders.values()].map((from) => ({ from }));
  }
}
