/** One page of a list that is too long for one. */
export interface ListPage<Row> {
  /** Counted from 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly of: number;
  readonly rows: readonly Row[];
}

/** Rows on one page of each list: so many that the page stays light, and that a small archive has one page of each. */
export const PAGE_ROWS = {
  decisions: 200,
  sources: 500,
  people: 1000,
  terms: 500,
  positions: 200,
  backlog: 200,
  timeline: 600,
  mails: 1000,
} as const;

/**
 * Cuts a list into pages; an empty list has one page all the same.
 *
 * @param size The most that the rows of a page weigh together; a row that weighs more has a page of its own.
 * @param weigh What a row weighs; without it one each, so that `size` is a number of rows.
 */
export function pagesOf<Row>(
  rows: readonly Row[],
  size: number,
  weigh: (row: Row) => number = () => 1,
): ListPage<Row>[] {
  const pages: Row[][] = [[]];
  let room = size;
  for (const row of rows) {
    const weight = weigh(row);
    if (weight > room && pages.at(-1)?.length !== 0) {
      pages.push([]);
      room = size;
    }
    pages.at(-1)?.push(row);
    room -= weight;
  }
  return pages.map((page, index) => ({ number: index + 1, of: pages.length, rows: page }));
}

/** What stands behind the address of a list for one of its pages; nothing for the first. @example pageParam(2) → 'page/2' */
export function pageParam(number: number): string | undefined {
  return number === 1 ? undefined : `page/${number}`;
}

/** The address of a page of a list, given that of the list. @example pageUrl('/sources/', 2) → '/sources/page/2/' */
export function pageUrl(list: string, number: number): string {
  return number === 1 ? list : `${list}${pageParam(number)}/`;
}

/** Pages on either side of the one at hand that are linked to. */
const AROUND = 2;

/**
 * The pages to link to from one of them: the first, the last, and those around it; null where some are passed over.
 *
 * @example pageLinks(7, 20) → [1, null, 5, 6, 7, 8, 9, null, 20]
 */
export function pageLinks(number: number, of: number): (number | null)[] {
  const near = Array.from({ length: 2 * AROUND + 1 }, (_, index) => number - AROUND + index);
  const shown = [...new Set([1, ...near, of])].filter((page) => page >= 1 && page <= of).sort((a, b) => a - b);
  return shown.flatMap((page, index) => (page - (shown[index - 1] ?? page - 1) > 1 ? [null, page] : [page]));
}
