import { describe, expect, it } from 'vitest';
import { lastOf } from './__fixtures__/say.ts';
import { forTerminal, readingView } from './view.ts';

const message = lastOf({ body: 'Al Other wrote:\n> quoted\n> > deeper\nown\x1b[31m\n' });

const plain = (_: unknown, text: string): string => text;

describe('the reading view', () => {
  it('shows number, speaker, how it is known, and the line', () => {
    const rows = readingView([message], plain).split('\n');
    expect(rows).toContain('     6 Al Other             : > quoted');
    expect(rows).toContain('     7 nobody known         - > > deeper');
    expect(rows.some((row) => row.includes('Mo Example           = own'))).toBe(true);
  });

  it('names each stretch once, and says above it why somebody is inferred or unknown', () => {
    const two = lastOf({ body: 'Al Other wrote:\n> one\n> two\n> > deeper\n' });
    const rows = readingView([two], plain).split('\n');
    const at = rows.findIndex((row) => row.includes('> one'));
    expect(rows[at + 1]).toBe('     7 │                    : > two');
    expect(rows[at + 2]?.trim()).toBe('- (no attribution line names the writer at this depth)');
  });

  it('gives each speaker a colour of their own, in words and in the name', () => {
    const view = readingView([message], (style, text) => `<${style}>${text}</>`);
    expect(view).toContain('<cyan>Mo Example          </>');
    expect(view).toContain('<yellow>Al Other            </> : <yellow>> quoted</>');
  });

  it('lets no control character of a mail reach the terminal', () => {
    expect(readingView([message], plain)).not.toContain('\x1b');
    expect(forTerminal('a\tb\x07\u202Ec')).toBe('a    b\uFFFD\uFFFDc');
  });
});
