import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, mail, mailbox, read } from '../__fixtures__/mail.ts';
import { readMessages } from '../stream.ts';

const one = mail({ Subject: 'one', 'Message-ID': '<1@example.org>' }, 'first\n');
const two = mail({ Subject: 'two', 'Message-ID': '<2@example.org>' }, 'second\n');
const subjects = (text: string): string[] => read(text).messages.map(({ subject }) => subject);

describe('a mailbox', () => {
  it('is cut at its separators, and every line keeps its number in the file', () => {
    const text = mailbox(one, two);
    const archive = read(text);
    expect(archive.format).toBe('mbox');
    expect(archive.messages.map(({ id }) => id)).toEqual(['<1@example.org>', '<2@example.org>']);
    const lines = archive.messages.flatMap((message) => message.lines);
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.map((line) => `${line.text}\n`).join('')).toBe(text);
  });

  it('is not cut at a sentence that begins with "From ", even after a blank line', () => {
    const text = `From a@b Fri Jun 13 10:30:00 2014\n${mail({ Subject: 'x' }, 'Hello,\n\nFrom here on it rains.\nFrom there: too.\n')}`;
    expect(subjects(text)).toEqual(['x']);
    expect(bodyOf(read(text))).toContain('From here on it rains.');
  });

  it('is cut where the blank line before a separator is missing, if the separator has a date', () => {
    const text = mailbox(one, two).replace('first\n\nFrom', 'first\nFrom');
    expect(subjects(text)).toEqual(['one', 'two']);
  });

  it('takes a separator with a masked address, or without a date', () => {
    expect(subjects(`From mo at example.org  Mon Apr 19 13:48:27 2004\n${one}\nFrom -\n${two}`)).toEqual([
      'one',
      'two',
    ]);
  });

  it('skips the second of two separators', () => {
    expect(subjects(`From - Fri Jun 13 10:30:00 2014\nFrom mo@example.org Fri Jun 13 10:30:00 2014\n${one}`)).toEqual([
      'one',
    ]);
  });

  it('does not trust a Content-Length that lies', () => {
    const lying = mail({ Subject: 'lies', 'Content-Length': '99999' }, 'short\n');
    expect(subjects(mailbox(lying, two))).toEqual(['lies', 'two']);
  });

  it('trusts a Content-Length behind which the next mail begins: what looks like a separator before it is text', () => {
    const body = `Look:\n\nFrom mo@example.org Fri Jun 13 10:30:00 2014\n${one}`;
    const honest = mail({ Subject: 'honest', 'Content-Length': String(body.length) }, body);
    const text = `From mo@example.org Fri Jun 13 10:30:00 2014\n${honest}\nFrom mo@example.org Fri Jun 13 10:30:00 2014\n${two}`;
    expect(subjects(text)).toEqual(['honest', 'two']);
    expect(
      subjects(text.replaceAll('\n', '\r\n').replace(`: ${body.length}`, `: ${body.replaceAll('\n', '\r\n').length}`)),
    ).toEqual(['honest', 'two']);
    expect(subjects(text.replace(`: ${body.length}`, `: ${body.length - 3}`))).toEqual(['honest', 'one', 'two']);
  });

  it('whose lines end in CR alone is read, and every line keeps its number', () => {
    const archive = read(mailbox(one, two).replaceAll('\n', '\r'));
    expect(archive).toEqual(read(mailbox(one, two)));
  });

  it('of MMDF is cut at its fences', () => {
    const fence = '\x01\x01\x01\x01\n';
    const text = `${fence}${one}${fence}${fence}From mo@example.org Fri Jun 13 10:30:00 2014\n${two}${fence}`;
    const archive = read(text);
    expect(archive.format).toBe('mmdf');
    expect(archive.messages.map(({ subject }) => subject)).toEqual(['one', 'two']);
    const file = text.split('\n');
    for (const { lines } of archive.messages) for (const line of lines) expect(file[line.number - 1]).toBe(line.text);
  });

  it('reads CRLF as it reads LF', () => {
    const archive = read(mailbox(one, two).replaceAll('\n', '\r\n'));
    expect(archive.messages.map(({ subject }) => subject)).toEqual(['one', 'two']);
    expect(bodyOf(archive)).toEqual(['first', '']);
  });

  it('keeps a NUL from doing harm', () => {
    expect(bodyOf(read(mailbox(mail({ Subject: 'x' }, 'a\0b\n'))))[0]).toBe('a\uFFFDb');
  });

  it('cut in the middle gives what is there', () => {
    const text = mailbox(one, two);
    const archive = read(text.slice(0, text.indexOf('Message-ID: <2') + 6));
    expect(archive.messages.map(({ subject }) => subject)).toEqual(['one', 'two']);
  });

  it.each([
    ['whole', (text: string) => text, null],
    ['cut in a line', (text: string) => text.slice(0, -3), 'its last line has no end'],
    ['cut in a header', (text: string) => text.slice(0, text.indexOf('Message-ID: <2')), 'its header has no end'],
    [
      'cut in a part',
      (text: string) => `${text}From -\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n`,
      'a part of it has no end',
    ],
  ])('%s is told from one that is not', (_, cut, why) => {
    const told = read(cut(mailbox(one, two)))
      .problems.filter(({ code }) => code !== 'date-guessed')
      .map(({ code, message }) => `${code}: ${message}`);
    expect(told).toEqual(why === null ? [] : [`mail-cut: the mailbox ends in the middle of a mail: ${why}`]);
  });

  it('with one quotation of 60,000 lines is read in the time its length asks for', () => {
    const long = mail({ Subject: 'long' }, '> word word word word word word\n'.repeat(60_000));
    expect(read(mailbox(long, one)).messages[0]?.lines.length).toBeGreaterThan(60_000);
  });
});

describe('a mailbox read as it comes in', () => {
  async function streamed(text: string, size: number, window: number): Promise<unknown[]> {
    const bytes = Buffer.from(text);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const messages: unknown[] = [];
    for await (const message of readMessages(chunks(), { window })) messages.push(message);
    return messages;
  }

  it('gives the same messages and line numbers, wherever it is cut and however little is looked at together', async () => {
    const long = mail({ Subject: 'long', 'Message-ID': '<3@example.org>' }, 'some words on a line\n'.repeat(200));
    const body = `Look:\n\nFrom mo@example.org Fri Jun 13 10:30:00 2014\n${one}`;
    const honest = mail({ Subject: 'honest', 'Content-Length': String(body.length + 1) }, body).replace(
      '>From mo',
      'From mo',
    );
    const lying = mail({ Subject: 'lies', 'Content-Length': '4000' }, body);
    const text = `${mailbox(one, two, long)}From -\n${honest}\n${mailbox(one)}From -\n${lying}\n${mailbox(long, two, mail({ Subject: 'end' }, 'From here on\n'))}`;
    expect(subjects(text)).toEqual(['one', 'two', 'long', 'honest', 'one', 'lies', 'one', 'long', 'two', 'end']);
    const whole = read(text).messages;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 400, max: 9000 }), async (size, window) => {
        expect(await streamed(text, size, window)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});
