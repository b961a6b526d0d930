import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mail, mailbox } from '../archive/__fixtures__/mail.ts';
import { readArchive } from '../archive/index.ts';
import { PrecedentError } from '../model/problem.ts';
import { attributeArchive } from './index.ts';

/** Pieces that mean something to some reader or rule. */
const PIECES = [
  '> ',
  '>',
  '> > ',
  ':',
  '| ',
  'On Fri, 13 Jun 2014 10:30:00 +0200, Al Other wrote:',
  'Al wrote:',
  '-- ',
  '--',
  '@@ -1,2 +1,2 @@',
  'diff --git a/x b/x',
  '+',
  '-',
  '-----Original Message-----',
  'From: Al',
  'Sent: x',
  'Subject: y',
  '[quote="al"]',
  '[/quote]',
  'AO> ',
  'From here',
  '>From here',
  '1) ',
  '_______________________________________________',
  'words and more words',
  '',
  ' ',
  '\t',
  '\uFEFF',
  'ü',
]; // prettier-ignore

const body = fc.array(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((line) => line.join('')),
  { maxLength: 40 },
);

describe('whatever comes in', () => {
  it('bytes are read or refused, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          attributeArchive(readArchive(bytes, 'x'));
        } catch (error) {
          expect(error).toBeInstanceOf(PrecedentError);
        }
      }),
    );
  });

  it('every line of a mailbox comes out once, in its place, with its marks told apart', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), (bodies) => {
        const text = mailbox(
          ...bodies.map((lines, at) =>
            mail(
              { Subject: 'x', 'Message-ID': `<${at}@x.example>`, 'In-Reply-To': `<${at - 1}@x.example>` },
              `${lines.join('\n')}\n`,
            ),
          ),
        );
        const lines = attributeArchive(readArchive(Buffer.from(text), 'x')).flatMap((message) => message.lines);
        expect(lines.map((line) => `${line.raw}\n`).join('')).toBe(text);
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
        for (const { prefix, raw, depth, basis, speaker, reason } of lines) {
          expect(prefix).toBeLessThanOrEqual(raw.length);
          expect(depth).toBeGreaterThanOrEqual(0);
          expect(speaker === null).toBe(basis === 'unknown');
          if (basis === 'inferred') expect(reason).toBeTruthy();
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['marks without end', '>'.repeat(200_000)],
    ['blanks without end', ' '.repeat(200_000)],
    ['colons without end', 'wrote: '.repeat(30_000)],
    ['numbers without end', `On ${'1 '.repeat(50_000)} wrote:`],
    ['brackets without end', `${'<'.repeat(50_000)}${'['.repeat(50_000)} wrote:`],
    ['a line without end', 'word '.repeat(200_000)],
  ])('%s are come to an end with', (_, line) => {
    const text = mailbox(
      mail({ Subject: 'x' }, `${line}\n> ${line}\n`),
      mail({ Subject: 'Re: x' }, `> ${line}\n> > ${line}\n`),
    );
    const lines = attributeArchive(readArchive(Buffer.from(text), 'x')).flatMap((message) => message.lines);
    expect(lines.map((one) => `${one.raw}\n`).join('')).toBe(text);
  });
});
