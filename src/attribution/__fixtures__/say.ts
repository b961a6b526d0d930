import { mail, mailbox } from '../../archive/__fixtures__/mail.ts';
import { readArchive } from '../../archive/index.ts';
import type { AttributedMessage } from '../../model/message.ts';
import { attributeArchive } from '../index.ts';

/** A mail for tests: fields beside those that every mail has, and a body. */
export interface Given {
  readonly fields?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A thread in which each mail answers the one before. */
export function thread(...bodies: readonly (readonly [from: string, body: string])[]): Given[] {
  return bodies.map(([from, body], at) => ({
    fields: {
      From: `${from} <${from.split(' ')[0]?.toLowerCase()}@example.org>`,
      'Message-ID': `<${at}@example.org>`,
      ...(at === 0 ? {} : { 'In-Reply-To': `<${at - 1}@example.org>`, Subject: 'Re: x' }),
    },
    body,
  }));
}

/** Attributes the last of some mails, given as fields and body, for tests. */
export function lastOf(...mails: readonly Given[]): AttributedMessage {
  const text = mailbox(...mails.map(({ fields = {}, body }) => mail({ Subject: 'x', ...fields }, body)));
  const last = attributeArchive(readArchive(Buffer.from(text), 'test')).at(-1);
  if (last === undefined) throw new Error('no mail was read');
  return last;
}

/** The lines of a message with text, each as `depth speaker: text`, the quote marks left out. */
export function said(message: AttributedMessage): string[] {
  return message.lines
    .filter(({ zone, raw, prefix }) => zone !== 'header' && raw.slice(prefix).trim() !== '')
    .map(({ depth, speaker, raw, prefix }) => `${depth} ${speaker ?? '?'}: ${raw.slice(prefix).trim()}`);
}

/** The lines of a message with text, each as `zone: text`. */
export function zoned(message: AttributedMessage): string[] {
  return message.lines
    .filter(({ zone, raw, prefix }) => zone !== 'header' && raw.slice(prefix).trim() !== '')
    .map(({ zone, raw, prefix }) => `${zone}: ${raw.slice(prefix).trim()}`);
}
