import { describe, expect, it } from 'vitest';
import { longDate, years } from './dates.ts';

describe('a date', () => {
  it.each([
    ['2014-06-13T17:55:46Z', '13 June 2014'],
    ['2014-06-03', '3 June 2014'],
    ['2014-06', 'June 2014'],
    ['2014', '2014'],
  ])('is written in the precision it has: %s', (date, written) => {
    expect(longDate(date)).toBe(written);
  });

  it('joins others to a span of years', () => {
    expect(years(['2014-06-13', '2002', '2014'])).toBe('2002–2014');
    expect(years(['2003-07'])).toBe('2003');
    expect(years([])).toBe('');
  });
});
