import { describe, expect, it } from 'vitest';
import { pathData } from './path.ts';

describe('path data', () => {
  it('goes straight along an axis, slanted otherwise, and round a corner', () => {
    const legs = [
      { to: { x: 2, y: 5 } },
      { to: { x: 2, y: 6.5 } },
      { to: { x: 4, y: 3 } },
      { round: { x: 8, y: 3 }, to: { x: 8, y: 1 } },
      { to: { x: 8, y: 1 } },
    ];
    expect(pathData({ x: 9, y: 5 }, legs)).toBe('M9 5h-7v1.5l2-3.5q4 0 4-2');
  });

  it('adds up no error of rounding', () => {
    const legs = Array.from({ length: 30 }, (_, n) => ({ to: { x: (n + 1) * 0.14, y: 0 } }));
    const sum = [...pathData({ x: 0, y: 0 }, legs).matchAll(/h([\d.]+)/g)].reduce((x, [, step]) => x + Number(step), 0);
    expect(sum).toBeCloseTo(30 * 0.14, 5);
  });
});
