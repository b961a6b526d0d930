import { describe, expect, it } from 'vitest';
import { lastOf } from './__fixtures__/say.ts';
import { printable, readingView } from './view.ts';

const message = lastOf({ body: 'Al Other wrote:\n> quoted\n> > deeper\nown\x1b[31m\n' });

describe('the reading view', () => {
  it('shows number, speaker, how it is known, and the line', () => {
    const rows = readingView([message], (_, text) => text).split('\n');
    expect(rows).toContain('     6 Al Other             : > quoted');
    expect(rows).toContain('     7                      - > > deeper');
    expect(rows.some((row) => row.includes('Mo Example           = own'))).toBe(true);
  });

  it('gives each speaker a colour of their own', () => {
    const view = readingView([message], (style, text) => `<${style}>${text}</>`);
    expect(view).toContain('<cyan>Mo Example          </>');
    expect(view).toContain('<yellow>Al Other            </>');
  });

  it('lets no control character of a mail reach the terminal', () => {
    expect(readingView([message], (_, text) => text)).not.toContain('\x1b');
    expect(printable('a\tb\x07\u202Ec')).toBe('a    b\uFFFD\uFFFDc');
  });
});
