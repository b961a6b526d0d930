import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../model/message.ts';
import { threadMessages } from './index.ts';

function message(id: string, fields: Partial<Message> = {}): Message {
  return {
    id: `<${id}@example.org>`,
    from: { name: 'Mo Example' },
    fromBasis: 'header',
    dateText: null,
    date: null,
    subject: id,
    inReplyTo: null,
    references: [],
    lines: [{ number: 1, text: `words of ${id}` }],
    ...fields,
  };
}

const ref = (id: string): string => `<${id}@example.org>`;
const shape = (messages: readonly Message[]): string[] =>
  threadMessages(messages).map((thread) => thread.messages.map(({ id }) => id.slice(1, -13)).join(' '));

describe('threads', () => {
  it('put every answer after what it answers, whatever the order of the archive', () => {
    const c = message('c', { inReplyTo: ref('b') });
    const b = message('b', { inReplyTo: ref('a') });
    expect(shape([c, b, message('a')])).toEqual(['a b c']);
  });

  it('take In-Reply-To before References, and of References the nearest that is there', () => {
    const messages = [
      message('a'),
      message('b', { inReplyTo: ref('a') }),
      message('c', { inReplyTo: ref('a'), references: [ref('a'), ref('b')] }),
      message('d', { inReplyTo: ref('lost'), references: [ref('a'), ref('b'), ref('lost')] }),
    ];
    const [thread] = threadMessages(messages);
    expect(thread?.parentOf(ref('c'))).toBe(ref('a'));
    expect(thread?.parentOf(ref('d'))).toBe(ref('b'));
    expect(thread?.linkOf(ref('d'))).toBe('header');
  });

  it('cut a circle of references, and one onto itself', () => {
    const messages = [
      message('a', { inReplyTo: ref('b') }),
      message('b', { inReplyTo: ref('c') }),
      message('c', { inReplyTo: ref('a') }),
      message('d', { inReplyTo: ref('d') }),
    ];
    expect(shape(messages)).toEqual(['c b a', 'd']);
  });

  it('join a stray answer by its subject as the last resort, and say so', () => {
    const messages = [message('a', { subject: '[list] Raw devices' }), message('b', { subject: 'AW: Raw  devices' })];
    const [thread, ...others] = threadMessages(messages);
    expect(others).toEqual([]);
    expect(thread?.linkOf(ref('b'))).toBe('subject');
    expect(thread?.linkOf(ref('a'))).toBeNull();
  });

  it('leave apart what has only a subject in common, or names a parent that is not there', () => {
    const messages = [
      message('a', { subject: 'Report' }),
      message('b', { subject: 'Report' }),
      message('c', { subject: 'Re: Report', inReplyTo: ref('lost') }),
    ];
    expect(shape(messages)).toEqual(['a', 'b', 'c']);
  });

  it('count the same mail once, by its id or by sender, date and words', () => {
    const dated = { date: '2014-06-13T10:00:00Z' };
    const messages = [
      message('a', dated),
      message('a', {
        ...dated,
        lines: [
          { number: 1, text: 'words of a' },
          { number: 2, text: 'list footer' },
        ],
      }),
      message('other', { ...dated, subject: 'a', lines: [{ number: 9, text: 'words of a' }] }),
      message('b', { inReplyTo: ref('a'), date: '1970-01-01T00:00:00Z' }),
    ];
    expect(shape(messages)).toEqual(['a b']);
  });

  it('hold every message exactly once, however wild the references', () => {
    const id = fc.integer({ min: 0, max: 12 }).map(String);
    const wild = fc.array(fc.record({ id, parent: id, refs: fc.array(id, { maxLength: 4 }) }), { maxLength: 30 });
    fc.assert(
      fc.property(wild, (given) => {
        const messages = given.map((one) =>
          message(one.id, { inReplyTo: ref(one.parent), references: one.refs.map(ref) }),
        );
        const threaded = threadMessages(messages).flatMap((thread) => thread.messages.map((one) => one.id));
        expect([...threaded].sort()).toEqual([...new Set(messages.map((one) => one.id))].sort());
      }),
    );
  });

  it('take 20,000 messages in one chain without trouble', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      message(`m${at}`, { inReplyTo: at === 0 ? null : ref(`m${at - 1}`), subject: 'x' }),
    );
    expect(threadMessages(chain)[0]?.messages.length).toBe(20_000);
  });
});
