import { describe, expect, it } from 'vitest';
import { holdsAddress, isPlain, visible, visibleText } from './visible.ts';

describe('archived text, as it is shown', () => {
  it.each([
    ['On Tue, Ann <ann.b@example.org> wrote:', 'On Tue, Ann <ann.b@…> wrote:'],
    ['ann+lists@mail.example.co.uk, bob@example.com', 'ann+lists@…, bob@…'],
  ])('keeps no address of a person: %s', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
    expect(visibleText(text)).not.toMatch(/\S@\w/);
  });

  it('masks an address that the archive spelt out, in header lines', () => {
    expect(visibleText('Ann B ann.b at example.org', 'header')).toBe('Ann B ann.b at …');
    expect(visibleText('look at example.org')).toBe('look at example.org');
  });

  it.each([
    'willy@xxxxxxxxxxxxx',
    'majordomo@vger.example.org',
    'Message-ID: <20050428083808.GA23849@hexapodia.example.org>',
    '<20050428083808.GA23849@hexapodia.example.org>',
    'we met at noon.',
    'look at foo()',
    'E = a@b',
  ])('leaves alone what is none: %s', (text) => {
    expect(visibleText(text)).toBe(text);
    expect(holdsAddress(text)).toBe(false);
  });

  it('shows the characters that hide or turn their neighbours round', () => {
    expect(visible('a\u202eb\u200b')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'control', text: 'U+202E', note: 'a character that cannot be seen' },
      { kind: 'text', text: 'b' },
      { kind: 'control', text: 'U+200B', note: 'a character that cannot be seen' },
    ]);
  });

  it('leaves tabs, blanks that do not break and letters of any script as they stand', () => {
    expect(visible('\t\u00a0✭ שלום')).toEqual([{ kind: 'text', text: '\t\u00a0✭ שלום' }]);
  });

  it.each(['plain words', 'a\u200bb', 'to ann@example.org', 'Ann ann at example.org', ''])(
    'is left uncut only where nothing changes: %j',
    (text) => {
      for (const zone of ['header', 'text'] as const) {
        if (isPlain(text, zone)) expect(visibleText(text, zone)).toBe(text);
      }
      expect(isPlain(text)).toBe(!/[@\u200b]/.test(text));
    },
  );

  it('knows an address that could be written to', () => {
    expect(holdsAddress('mail ann@example.org today')).toBe(true);
    expect(holdsAddress('ann at example.org')).toBe(false);
  });

  it('reads long lines without blanks to their end', () => {
    expect(visibleText('a'.repeat(200_000))).toHaveLength(200_000);
    expect(visibleText('a@'.repeat(100_000))).toHaveLength(200_000);
  });
});
