import { describe, expect, it } from 'vitest';
import { growthExponent, keepsBudget, median, percentile } from './measurement.ts';

describe('figures', () => {
  it('keep a budget up to the limit itself, in the direction it has', () => {
    const figure = { label: 'x', unit: 's', value: 2 };
    expect(keepsBudget({ ...figure, budget: { most: 2 } })).toBe(true);
    expect(keepsBudget({ ...figure, budget: { most: 1.9 } })).toBe(false);
    expect(keepsBudget({ ...figure, budget: { least: 2 } })).toBe(true);
    expect(keepsBudget({ ...figure, budget: { least: 2.1 } })).toBe(false);
  });

  it('that were not taken keep no budget and break none', () => {
    expect(keepsBudget({ label: 'x', unit: 's', value: null, budget: { most: 2 } })).toBeNull();
    expect(keepsBudget({ label: 'x', unit: 's', value: 3 })).toBeNull();
  });

  it('have their middle and their tail', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 3])).toBe(2);
    expect(percentile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8);
    expect(median([])).toBeNaN();
  });

  it.each([1, 2, 0])('that grow with power %i are told so', (power) => {
    const points = [100, 200, 800].map((size): [number, number] => [size, 3 * size ** power]);
    expect(growthExponent(points)).toBeCloseTo(power);
  });
});
