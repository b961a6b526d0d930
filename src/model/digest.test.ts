import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256, swhid } from './digest.ts';

describe('digests', () => {
  it('agree with the published vectors', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(swhid(Buffer.from(''))).toBe('swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });

  it('canonical JSON sorts keys, drops undefined and refuses what JSON cannot hold', () => {
    expect(canonicalJson({ b: [1, 'é'], a: undefined, A: null })).toBe('{"A":null,"b":[1,"é"]}');
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  });

  it('canonical JSON reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });
});
