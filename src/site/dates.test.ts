import { describe, expect, it } from 'vitest';
import { dateLabels, longDate, years } from './dates.ts';

describe('a date', () => {
  it.each([
    ['2014-06-13T17:55:46Z', '13 June 2014'],
    ['2014-06-03', '3 June 2014'],
    ['2014-06', 'June 2014'],
    ['2014', '2014'],
  ])('is written in the precision it has: %s', (date, written) => {
    expect(longDate(date)).toBe(written);
  });

  it('is given beside others as short as they can be told apart', () => {
    const dated = ['2008-01-25', '2008-07-28', '2019-11', '2021', '2021'].map((date, n) => ({ id: `F${n}`, date }));
    expect(dateLabels(dated).map(({ label }) => label)).toEqual(['2008-01', '2008-07', '2019', '2021', '2021']);
  });

  it('joins others to a span of years', () => {
    expect(years(['2014-06-13', '2002', '2014'])).toBe('2002–2014');
    expect(years(['2003-07'])).toBe('2003');
    expect(years([])).toBe('');
  });
});
