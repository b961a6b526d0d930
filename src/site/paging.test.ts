import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLinks, pageParam, pagesOf, pageUrl } from './paging.ts';

describe('a list cut into pages', () => {
  it('holds every row once, in order, on pages that are full but for the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const pages = pagesOf(rows, size);
        expect(pages.flatMap((page) => page.rows)).toEqual(rows);
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
        for (const page of pages.slice(0, -1)) expect(page.rows).toHaveLength(size);
      }),
    );
  });

  it('has pages that weigh no more than they may, but for a row that does so alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 })), fc.integer({ min: 1, max: 40 }), (rows, size) => {
        const pages = pagesOf(rows, size, (row) => row);
        expect(pages.flatMap((page) => page.rows)).toEqual(rows);
        const weights = pages.map((page) => page.rows.reduce((sum, row) => sum + row, 0));
        for (const [index, weight] of weights.entries()) {
          expect(weight <= size || pages[index]?.rows.length === 1).toBe(true);
          // No page ends before it must.
          const next = pages[index + 1]?.rows[0];
          if (next !== undefined) expect(weight + next).toBeGreaterThan(size);
        }
      }),
    );
  });

  it('has one page where it is empty', () => {
    expect(pagesOf([], 5)).toEqual([{ number: 1, of: 1, rows: [] }]);
  });

  it('keeps its address for the first page', () => {
    expect([pageUrl('/sources/', 1), pageUrl('/sources/', 3)]).toEqual(['/sources/', '/sources/page/3/']);
    expect(pageParam(1)).toBeUndefined();
  });
});

describe('links between pages', () => {
  it('lead to the first, the last and the neighbours', () => {
    expect(pageLinks(7, 20)).toEqual([1, null, 5, 6, 7, 8, 9, null, 20]);
    expect(pageLinks(1, 3)).toEqual([1, 2, 3]);
    expect(pageLinks(2, 6)).toEqual([1, 2, 3, 4, null, 6]);
  });

  it('are never more than nine, however long the list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (of, seed) => {
        const links = pageLinks(1 + (seed % of), of);
        expect(links.length).toBeLessThanOrEqual(9);
        expect(links).toContain(of);
      }),
    );
  });
});
