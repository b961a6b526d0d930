import { describe, expect, it } from 'vitest';
import { newEdition, perEdition } from './edition.ts';

describe('what is read per edition', () => {
  it('is read once however often it is asked for, and once more after a change', async () => {
    let reads = 0;
    const read = perEdition(async () => {
      reads += 1;
      return reads;
    });
    expect([await read(), await read()]).toEqual([1, 1]);
    newEdition();
    expect([await read(), await read()]).toEqual([2, 2]);
  });
});
