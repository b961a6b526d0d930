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
  ])('are its identifiers and abbreviations: %s', (text, symbols) => {
    expect(symbolsIn(text)).toEqual(symbols);
  });

  it('are found in time that grows with the text', () => {
    const started = performance.now();
    symbolsIn('A_'.repeat(100_000));
    symbolsIn('a'.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
