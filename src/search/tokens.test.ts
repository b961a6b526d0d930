import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, stem, wordsOf } from './tokens.ts';

describe('a word', () => {
  it.each([
    ['O_DIRECT', 'odirect', ['odirect', 'o', 'direct']],
    ['VM_NOTLB', 'vmnotlb', ['vmnotlb', 'vm', 'notlb']],
    ['per-VMA', 'pervma', ['pervma', 'per', 'vma']],
    ['perVMA', 'pervma', ['pervma', 'per', 'vma']],
    ['vm_insert_page()', 'vminsertpage', ['vminsertpage', 'vm', 'insert', 'page']],
    ['vma->vm_flags', 'vmavmflags', ['vmavmflags', 'vma', 'vmflags', 'vm', 'flags']],
    ['/dev/raw/raw1', 'devrawraw1', ['devrawraw1', 'dev', 'raw', 'raw1']],
    ['fs/ext4/inode.c', 'fsext4inodec', ['fsext4inodec', 'fs', 'ext4', 'inode', 'c']],
    ['CVE-2024-1234', 'cve20241234', ['cve20241234', 'cve', '2024', '1234']],
    ['1a2b3c4d', '1a2b3c4d', ['1a2b3c4d']],
    ['Jérôme', 'jerome', ['jerome']],
    ['Jérôme'.normalize('NFD'), 'jerome', ['jerome']],
    ['Größe', 'grosse', ['grosse']],
    ["don't", 'dont', ['dont']],
    ['userfaultfd.', 'userfaultfd', ['userfaultfd']],
    ['"these', 'these', ['these']],
  ])('is found by its whole, its parts and its joined form: %s', (written, joined, forms) => {
    const words = wordsOf(`x ${written} y`).slice(1, -1);
    expect(words.map((word) => [word.joined, word.forms])).toEqual([[joined, forms]]);
  });

  it.each([
    ['GFP_KERNEL|__GFP_NOWARN', ['gfpkernel', 'gfpnowarn']],
    ['Go/Rust, or: C', ['gorust', 'or', 'c']],
    ['a — b … ___ -- |', ['a', 'b']],
    ['', []],
  ])('ends where a sign does not join: %j', (text, joined) => {
    expect(wordsOf(text).map((word) => word.joined)).toEqual(joined);
  });

  it('stands where the text has it', () => {
    const text = '“Größe”, per-VMA (vm_insert_page())';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Größe',
      'per-VMA',
      'vm_insert_page',
    ]);
  });

  it('of any text is in order, not empty, and folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end, joined, forms } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(forms).toContain(joined);
          for (const form of forms) expect(fold(form)).toBe(form);
          last = end;
        }
      }),
    );
  });

  it.each(['a-', '_', 'a', '->', 'a’', 'aA'])(
    'is taken out of a hundred thousand times %j without much ado',
    (unit) => {
      for (const word of wordsOf(unit.repeat(100_000))) expect(word.parts).toHaveLength(1);
    },
  );
});

describe('the stem of a word', () => {
  it.each([
    ['drivers', 'driver'],
    ['mapping', 'map'],
    ['mapped', 'map'],
    ['policies', 'policy'],
    ['bypasses', 'bypass'],
    ['devices', 'device'],
    ['pages', 'page'],
    ['calling', 'call'],
    ['passing', 'pass'],
    ['bus', 'bus'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ['notlb', 'not'],
    ['string', 'stre'],
    ['o2', 'o'],
    ['rdma', 'rdm'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});
