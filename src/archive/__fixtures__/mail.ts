import type { Archive } from '../../model/message.ts';
import { readArchive } from '../index.ts';

/** Writes one mail out of fields and a body, for tests. */
export function mail(fields: Readonly<Record<string, string>>, body: string): string {
  const header = Object.entries({ From: 'Mo Example <mo@example.org>', ...fields }).map(([name, value]) => `${name}: ${value}\n`);
  return `${header.join('')}\n${body}`;
}

/** Writes a mailbox (mboxo) of mails, for tests. */
export function mailbox(...mails: readonly string[]): string {
  return mails.map((one) => `From mo@example.org Fri Jun 13 10:30:00 2014\n${one.replace(/^From /gm, '>From ')}\n`).join('');
}

/** Reads text, or Latin-1 text with `bytes`, as a document. */
export function read(text: string, encoding: BufferEncoding = 'utf8'): Archive {
  return readArchive(Buffer.from(text, encoding), 'test');
}

/** The body of the nth message: its lines that no reader has zoned. */
export function bodyOf(archive: Archive, index = 0): string[] {
  return (archive.messages[index]?.lines ?? []).filter(({ zone }) => zone === undefined).map(({ text }) => text);
}
