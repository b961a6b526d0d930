import { describe, expect, it } from 'vitest';
import { mail, mailbox } from '../archive/__fixtures__/mail.ts';
import { readArchive } from '../archive/index.ts';
import { attributeArchive } from '../attribution/index.ts';
import { foldCopies, threadMessages } from './index.ts';

type Fields = Readonly<Record<string, string>>;
const post = (id: string, fields: Fields = {}, body = `the words of ${id}\n`): string =>
  mail(
    { Subject: 'Pipes', Date: 'Fri, 13 Jun 2014 10:00:00 +0000', 'Message-ID': `<${id}@x.example>`, ...fields },
    body,
  );
const read = (...mails: readonly string[]) => readArchive(Buffer.from(mailbox(...mails)), 'test').messages;
const shape = (...mails: readonly string[]): string[] =>
  threadMessages(read(...mails)).map(({ messages }) => messages.map(({ id }) => id.slice(1).split('@')[0]).join(' '));
const answer = (to: string): Fields => ({ Subject: 'Re: Pipes', 'In-Reply-To': `<${to}@x.example>` });

describe('threads in spite of', () => {
  it('every message twice, from two archives: one message, and both copies attributed', () => {
    const box = [post('a'), post('b', answer('a'), '> the words of a\n\nno\n')];
    const messages = read(...box, ...box);
    expect(shape(...box, ...box)).toEqual(['a b']);
    expect(foldCopies(messages).copyOf.size).toBe(2);
    const speakers = attributeArchive({ format: 'mbox', messages, problems: [] }).map(({ lines }) =>
      lines.filter(({ depth }) => depth > 0).map(({ speaker }) => speaker),
    );
    expect(speakers).toEqual([[], ['Mo Example'], [], ['Mo Example']]);
  });

  it('a cross-post: one id on two lists, each with a footer of its own; the first copy counts', () => {
    const copy = (list: string): string =>
      post('a', { 'List-Id': `<${list}.example.org>` }, `words\n-- \n${list} mailing list\n`);
    const { originals, copyOf } = foldCopies(read(copy('one'), copy('two'), post('b', answer('a'))));
    expect(originals.map(({ id }) => id)).toEqual(['<a@x.example>', '<b@x.example>']);
    expect([...copyOf.keys()][0]?.lines.at(-2)?.text).toBe('two mailing list');
  });

  it('an archive that gave a copy another id: sender, date and words tell', () => {
    expect(shape(post('a', {}, 'words\n'), post('a-again', {}, 'words\n'), post('b', answer('a')))).toEqual(['a b']);
  });

  it('two messages of one sender and second that say different things', () => {
    expect(shape(post('a', {}, 'one\n'), post('b', { Subject: 'Other' }, 'two\n'))).toEqual(['a', 'b']);
  });

  it('an answer without In-Reply-To, with References alone', () => {
    expect(shape(post('a'), post('b', { Subject: 'Re: Pipes', References: '<lost@x.example> <a@x.example>' }))).toEqual(
      ['a b'],
    );
  });

  it('an answer without either: by its subject, and marked so', () => {
    const [thread] = threadMessages(read(post('a'), post('b', { Subject: 'AW: Pipes' })));
    expect(thread?.linkOf('<b@x.example>')).toBe('subject');
  });

  it('references that are cut in the middle, go round in a circle, name themselves or go on for ever', () => {
    const long = Array.from({ length: 400 }, (_, at) => `<old-${at}@x.example>`).join(' ');
    expect(
      shape(
        post('a', answer('c')),
        post('b', answer('a')),
        post('c', answer('b')),
        post('d', { Subject: 'Own', 'In-Reply-To': '<d@x.example>', References: '<d@x.example>' }),
        post('e', { Subject: 'Re: Pipes', References: `${long} <a@x.example> <cut-off` }),
      ),
    ).toEqual(['c a b e', 'd']);
  });

  it('clocks that are wrong: an answer from 1970 stands behind what it answers, one from 2099 as well', () => {
    const messages = [
      post('a', { Date: 'Fri, 13 Jun 2014 10:00:00 +0000' }),
      post('b', { ...answer('a'), Date: 'Thu, 1 Jan 1970 00:00:00 +0000' }),
      post('c', { ...answer('b'), Date: 'Wed, 1 Jan 2099 00:00:00 +0000' }),
      post('d', { ...answer('c'), Date: 'no date at all' }),
    ];
    expect(shape(...messages)).toEqual(['a b c d']);
    expect(shape(...messages.toReversed())).toEqual(['a b c d']);
  });

  it('subject drift and a hijacked thread: a topic of its own within the thread', () => {
    const [thread, ...others] = threadMessages(
      read(
        post('a'),
        post('b', answer('a')),
        post('c', { ...answer('b'), Subject: 'Caches (was: Pipes)' }),
        post('d', { ...answer('c'), Subject: 'Re: Caches (was: Pipes)' }),
        post('e', { ...answer('a'), Subject: 'Dinner on Friday' }),
        post('f', answer('b')),
      ),
    );
    expect(others).toEqual([]);
    expect(thread?.topics().map(({ subject }) => subject)).toEqual([
      'Pipes',
      'Caches (was: Pipes)',
      'Dinner on Friday',
    ]);
  });

  it.each(['AW: Pipes', 'SV: Pipes', 'RE[2]: Pipes', 'Antw: [pipes] Re: Pipes', '回复：Pipes', '[pipes] Re: Pipes'])(
    'the prefix of another mailer: %s',
    (Subject) => {
      expect(shape(post('a'), post('b', { Subject }))).toEqual(['a b']);
    },
  );
});
