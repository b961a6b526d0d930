import { describe, expect, it } from 'vitest';
import { sha256 } from './digest.ts';
import { AnyId, mintDecisionId, normaliseId } from './id.ts';

describe('an id', () => {
  it('is minted from a digest, always the same', () => {
    expect(mintDecisionId(sha256('a'), new Set())).toBe(mintDecisionId(sha256('a'), new Set()));
  });

  it('is never minted twice', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 300; i += 1) taken.add(mintDecisionId(sha256('same'), taken));
    expect(taken.size).toBe(300);
    for (const id of taken) expect(AnyId.safeParse(id).success).toBe(true);
  });

  it.each([
    ['prec-7f3q2 p3', 'PREC-7F3Q2-P3'],
    ['PREC-7F3Q2', 'PREC-7F3Q2'],
    [' prec-oil00 ', 'PREC-01100'],
    ['Prec 7f3q2-f2', 'PREC-7F3Q2-F2'],
    ['PREC-7F3Q2-P3-A1', 'PREC-7F3Q2-P3-A1'],
    ['PREC-7F3Q2-p007-a01', 'PREC-7F3Q2-P7-A1'],
    ['PREC-7F3Q2-F10', 'PREC-7F3Q2-F10'],
  ])('is read as people type it: %s', (typed, id) => {
    expect(normaliseId(typed)).toBe(id);
  });

  it.each(['', 'PREC', 'PREC-7F3Q', 'PREC-7F3QU', '../PREC-7F3Q2', 'PREC-7F3Q2-X1', 'PREC-7F3Q2-P3-A'])(
    'is not seen in %j',
    (typed) => {
      expect(normaliseId(typed)).toBeNull();
    },
  );
});
