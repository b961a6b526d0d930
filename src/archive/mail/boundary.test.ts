import { describe, expect, it } from 'vitest';
import { readMail } from './message.ts';

const mail = (boundary: string, ...lines: string[]) => {
  const text = [
    'From: A <a@b.example>',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...lines,
    '',
  ].join('\n');
  const { messages } = readMail({ bytes: Buffer.from(text), firstLine: 1 });
  return messages[0]?.lines.filter(({ zone }) => zone === undefined).map(({ text: line }) => line);
};

describe('a boundary of parts', () => {
  it('is not met in a longer one that begins with it', () => {
    expect(mail('b', '--b', '', 'one', '--b2', 'two', '--bx--', 'three', '--b--')).toEqual([
      'one',
      '--b2',
      'two',
      '--bx--',
      'three',
    ]);
  });

  it('may be followed by blanks', () => {
    expect(mail('b', '--b \t', '', 'one', '--b\r', '', 'two', '--b-- ', 'epilogue')).toEqual(['one', 'two']);
  });
});
