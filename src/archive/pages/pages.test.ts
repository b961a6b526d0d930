import { describe, expect, it } from 'vitest';
import { read } from '../__fixtures__/mail.ts';
import { mailboxKey } from '../mail/mailbox-key.ts';

const zones = (text: string): string =>
  read(text)
    .messages.flatMap(({ lines }) => lines.map(({ zone }) => (zone ?? 'body')[0]))
    .join('');

describe('the text of an archive page', () => {
  it('of pipermail is known by its masked sender and its date', () => {
    const page =
      '[list] A subject\nMo Example mo at example.org\nFri Jun 13 10:30:00 CEST 2014\nPrevious message: x\nwords\n';
    const archive = read(page);
    expect(archive.format).toBe('pipermail');
    expect(archive.messages[0]).toMatchObject({
      subject: '[list] A subject',
      from: { name: 'Mo Example', mailbox: mailboxKey('mo@example.org') },
      date: '2014-06-13T08:30:00Z',
      lossy: true,
    });
  });

  it('of pipermail is known with a masked host, or with the name alone', () => {
    const from = (sender: string): unknown =>
      read(`A subject\n${sender}\nFri Jun 13 10:30:00 UTC 2014\nwords\n`).messages[0]?.from;
    expect(from('Mo Example mo at xxxxxxxxx')).toEqual({ name: 'Mo Example', mailbox: mailboxKey('mo@xxxxxxxxx') });
    expect(from('Mo Example')).toEqual({ name: 'Mo Example' });
  });

  it('with a mail header below its links is read by that header', () => {
    const page =
      '[<prev] [next>] [day] [month]\n\nMessage-ID: <1@example.org>\nDate: Fri, 13 Jun 2014 10:30:00 +0200\nFrom: Mo Example <mo@...mple.org>\nSubject: A subject\n\nwords\n\n[<prev] [next>]\n';
    const archive = read(page);
    expect(archive.format).toBe('mail-page');
    expect(archive.messages[0]).toMatchObject({
      id: '<1@example.org>',
      from: { name: 'Mo Example' },
      date: '2014-06-13T08:30:00Z',
    });
    expect(zones(page)).toBe('nhhhhhhbbn');
    const w3c =
      'Re: A subject\n\nFrom: Mo Example <mo@example.org>\nDate: Fri, 13 Jun 2014 10:30:00 +0200\nTo: list@example.org\n\nwords\n';
    expect(read(w3c).messages[0]).toMatchObject({ subject: 'Re: A subject', from: { name: 'Mo Example' } });
    expect(zones(w3c)).toBe('hhhhhhb');
  });

  it('of pipermail ends at the list’s footer, in one line or in two, or at an attachment', () => {
    const head = 'A subject\nMo Example\nmo at example.org\nFri Jun 13 10:30:00 UTC 2014\n\nwords\n';
    expect(zones(`${head}More information about the Talk mailing list\n`)).toBe('hhhhbbf');
    expect(zones(`${head}More information about the Talk\nmailing list\n`)).toBe('hhhhbbff');
    expect(zones(`${head}-------------- next part --------------\nskipped\n`)).toBe('hhhhbbff');
    expect(zones(`${head}Previous message: x\nMessages sorted by: [ date ]\n`)).toBe('hhhhbbnn');
  });

  it('of hypermail is known by the dash in its date', () => {
    const page =
      'Re: A subject\n\nFrom: Mo Example (mo_at_example.org)\nDate: Fri Jun 13 2014 - 10:30:00 EST\n\nwords\n\nNext message: x\n';
    const archive = read(page);
    expect(archive.format).toBe('hypermail');
    expect(archive.messages[0]).toMatchObject({ from: { name: 'Mo Example' }, date: '2014-06-13T15:30:00Z' });
    expect(zones(page)).toBe('hhhhbbbn');
  });

  it('of MHonArc is known by its links, with fields below them or without', () => {
    const links = '[Date Prev][Date Next][Thread Prev][Thread Next][Date Index][Thread Index]';
    const page = `A subject\n${links}\n\nFrom: Mo Example <mo@xxxxxxx>\nDate: Fri, 13 Jun 2014 10:30:00 +0200\n\nwords\n[Index of Archives] [Other]\n`;
    const archive = read(page);
    expect(archive.format).toBe('mhonarc');
    expect(archive.messages[0]).toMatchObject({ from: { name: 'Mo Example' }, date: '2014-06-13T08:30:00Z' });
    expect(zones(page)).toBe('hnhhhhbn');
    expect(read(`A subject\n${links}\n\nwords\n`).messages[0]).toMatchObject({ from: null, fromBasis: 'unknown' });
  });

  it('of LWN is cut at its headers, in one line or in several, whatever kind of reader posted', () => {
    const page = [
      'A title',
      'Posted Feb 17, 2009 18:12 UTC (Tue) by mo (guest, #1)',
      '[Link]',
      'one',
      'Another title',
      'A title',
      'Posted Feb 17, 2009 19:12 UTC (Tue)',
      'by al (✭ supporter ✭, #22)In reply to: A title by mo',
      'Parent article: The article',
      'two',
      'A title',
      '',
    ].join('\n');
    const archive = read(page);
    expect(archive.format).toBe('lwn-comments');
    expect(archive.messages.map(({ from, date }) => `${from?.name} ${date}`)).toEqual([
      'mo 2009-02-17T18:12:00Z',
      'al 2009-02-17T19:12:00Z',
    ]);
    expect(zones(page)).toBe('hhnbbhhhhbn');
  });

  it('of LWN has its tree where it says how many responses there are', () => {
    const comment = (name: string, count: string): string =>
      `A title\nPosted Feb 17, 2009 18:12 UTC (Tue)\nby ${name} (guest, #1)\n[Link] ${count}\nwords of ${name}\n`;
    const page = `A title\n${comment('mo', '(2 responses)')}${comment('al', '')}${comment('cy', '')}${comment('di', '')}`;
    const { messages } = read(page);
    expect(messages.map(({ inReplyTo }) => messages.findIndex(({ id }) => id === inReplyTo))).toEqual([-1, 0, 0, -1]);
  });

  it('copied out of a mail without any header is correspondence still, by nobody known', () => {
    const archive = read('Mo Example wrote:\n> first\nsecond\n');
    expect(archive.format).toBe('plain-text');
    expect(archive.messages[0]).toMatchObject({ from: null, fromBasis: 'unknown' });
  });
});
