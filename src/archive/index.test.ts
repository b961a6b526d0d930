import { describe, expect, it } from 'vitest';
import { PrecedentError } from '../model/problem.ts';
import { READERS, readArchive } from './index.ts';

describe('reading an archive', () => {
  it.each([
    '',
    'just a sentence',
    '\0\0\0',
    'From the first day on\nnothing happened: it rained\n',
    '<html><body>Mo wrote:\n&gt; x</body></html>',
    '%PDF-1.7\n%\xe2\xe3\n> x',
  ])('refuses %j and lists the formats it tried', (text) => {
    const read = () => readArchive(Buffer.from(text), 'x.txt');
    expect(read).toThrow(PrecedentError);
    for (const { format } of READERS) expect(read).toThrow(format);
  });
});
