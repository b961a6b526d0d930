import { describe, expect, it } from 'vitest';
import { MEASUREMENTS } from './index.ts';
import { skipped } from './measurement.ts';
import { benchTable, keptBudgets } from './report.ts';

const measured = (value: number | null) => [
  {
    name: 'x',
    what: 'x',
    figures: [{ label: 'speed', value, unit: '×', budget: { least: 2 } }, skipped('other', 'there is none')],
  },
];

describe('the report of the bench', () => {
  it('says which budget is kept and which is missed', () => {
    expect(benchTable(measured(2.5))).toMatch(/2\.50 × +\| ≥ 2 × +\| kept/);
    expect(benchTable(measured(1.5))).toMatch(/1\.50 × +\| ≥ 2 × +\| MISSED/);
  });

  it('names what was skipped and why, and does not count it as kept or missed', () => {
    expect(benchTable(measured(null))).toMatch(/other +\| – .*skipped: there is none/);
    expect(benchTable(measured(null))).not.toMatch(/kept|MISSED/);
  });

  it('fails when one budget is missed', () => {
    expect(keptBudgets(measured(2.5))).toBe(true);
    expect(keptBudgets(measured(1.5))).toBe(false);
  });

  it('gives every measurement a name of its own', () => {
    const names = MEASUREMENTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
