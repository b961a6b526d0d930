import { describe, expect, it } from 'vitest';
import { bodyOf, mail, read } from '../__fixtures__/mail.ts';

const inner = (number: number, name: string, words: string): string =>
  `Message: ${number}\nDate: Fri, 13 Jun 2014 10:30:00 +0200\nFrom: ${name} <${name.toLowerCase()}@example.org>\nSubject: [Talk] topic\nMessage-ID: <${number}@example.org>\n\n${words}\n`;
const digest = `Today's Topics:\n\n   1. topic (Mo)\n\n${'-'.repeat(70)}\n\n${inner(1, 'Mo', 'one\n------------------------------\nno header')}\n${'-'.repeat(30)}\n\n${inner(2, 'Al', '> one\n\ntwo')}\n`;

describe('a digest in plain text', () => {
  it('gives the messages that it encloses, and every line once', () => {
    const text = mail({ Subject: 'Talk Digest, Vol 1, Issue 2' }, digest);
    const archive = read(text);
    expect(archive.messages.map(({ id, from }) => `${id.slice(0, 6)} ${from?.name}`)).toEqual([
      'sha256 Mo Example',
      '<1@exa Mo',
      '<2@exa Al',
    ]);
    expect(bodyOf(archive, 1).filter(Boolean)).toEqual(['one', '-'.repeat(30), 'no header']);
    expect(bodyOf(archive, 2).filter(Boolean)).toEqual(['> one', 'two']);
    const lines = archive.messages.flatMap((message) => message.lines);
    expect(lines.map((line) => `${line.text}\n`).join('')).toBe(text);
  });

  it('is not seen in a mail that only looks like one', () => {
    expect(read(mail({ Subject: 'A table' }, digest)).messages.length).toBe(1);
    expect(read(mail({ Subject: 'Digest' }, `${'-'.repeat(30)}\nwords\n`)).messages.length).toBe(1);
  });
});
