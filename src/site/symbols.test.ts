import { describe, expect, it } from 'vitest';
import { symbolsIn } from './symbols.ts';

describe('the symbols of a text', () => {
  it.each([
    ['using filesystems with O_DIRECT to the file data', ['O_DIRECT']],
    ['games with vm_insert_page() to put page cache', ['vm_insert_page()']],
    ['use of VMDq or SR-IOV, epoll() and the TLB', ['SR-IOV', 'epoll()', 'TLB']],
    ['a CONFIG_ option (#ifdef in code)', []],
    ['the *SAME* device driver and *ALL* of them', []],
    ['VM_NOTLB, then VM_NOTLB again', ['VM_NOTLB']],
    ['__GFP_NOWARN|GFP_KERNEL', ['__GFP_NOWARN', 'GFP_KERNEL']],
    ['I said A', []],
    ['write to /dev/raw/raw1 and fs/ext4/inode.c', ['/dev/raw/raw1', 'fs/ext4/inode.c']],
    ['CVE-2024-1234, fixed by 1a2b3c4d5e6f.', ['CVE-2024-1234', '1a2b3c4d5e6f']],
    ['pin/unpin and/or 2014 20141231 defaced https://example.org/a/b', []],
  ])('are its identifiers and abbreviations: %s', (text, symbols) => {
    expect(symbolsIn(text)).toEqual(symbols);
  });

  it('are looked for in long lines to their end', () => {
    expect(symbolsIn(`${'a'.repeat(200_000)} O_DIRECT`)).toEqual(['O_DIRECT']);
    expect(symbolsIn(`${'A_'.repeat(100_000)} O_DIRECT`)).toContain('O_DIRECT');
    expect(symbolsIn(`${'/a'.repeat(100_000)} O_DIRECT`)).toContain('O_DIRECT');
    expect(symbolsIn(`${'a/'.repeat(100_000)} ${'0a'.repeat(100_000)} O_DIRECT`)).toContain('O_DIRECT');
  });
});
