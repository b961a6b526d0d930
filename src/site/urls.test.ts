import { describe, expect, it } from 'vitest';
import { baseOf, evidenceUrl, factUrl, lineUrl, markId, positionUrl, rawUrl } from './urls.ts';

describe('an address', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['precedent', '/precedent/'],
    ['/a//b/', '/a/b/'],
  ])('stands under the base, however it was written: %j', (named, base) => {
    expect(baseOf(named)).toBe(base);
  });

  it('is made by one grammar', () => {
    expect(positionUrl('PREC-7F3Q2', 'P3')).toBe('/PREC-7F3Q2-P3/');
    expect(factUrl('PREC-7F3Q2', 'F2')).toBe('/PREC-7F3Q2/#F2');
    expect(lineUrl('2005-rdma', 40)).toBe('/sources/2005-rdma/#L40');
    expect(rawUrl('2005-rdma')).toBe('/sources/2005-rdma/message.txt');
  });

  it('of evidence is its line, or its mark where the line is no place to land on', () => {
    const start = { line: 9, column: 480 };
    const mark = markId('PREC-7F3Q2', 'P3');
    expect(evidenceUrl('s', start, { raw: 'short' }, mark)).toBe('/sources/s/#L9');
    expect(evidenceUrl('s', start, { raw: 'x'.repeat(2418) }, mark)).toBe('/sources/s/#PREC-7F3Q2-P3');
    expect(evidenceUrl('s', start, { raw: 'short', part: '1.2' }, mark)).toBe('/sources/s/#PREC-7F3Q2-P3');
  });
});
