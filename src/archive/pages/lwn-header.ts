const POSTED = /^\s*Posted ([A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d UTC) \([A-Z][a-z]{2}\)(.*)$/su;
/** `by NAME (subscriber, #30636)`; what stands before the number differs: subscriber, guest, a supporter's stars. */
const AUTHOR = /^\s*by (\S.{0,80}?) \([^()]{0,60}#\d+\)(.*)$/su;
const RESPONSES = /\((\d{1,5}) responses?\)/;

/** Reads `Posted … UTC (Tue)`, and gives what stands behind it. */
export function readPosted(text: string): { readonly date: string; readonly rest: string } | null {
  const match = POSTED.exec(text.slice(0, 400));
  return match === null ? null : { date: match[1] ?? '', rest: match[2] ?? '' };
}

/** Reads `by NAME (subscriber, #1)`, and gives what stands behind it. */
export function readAuthor(text: string): { readonly author: string; readonly rest: string } | null {
  const match = AUTHOR.exec(text.slice(0, 400));
  return match === null ? null : { author: match[1] ?? '', rest: match[2] ?? '' };
}

/** The number of answers that a comment says it has, those to its answers included; null where it says nothing. */
export function readResponses(text: string): number | null {
  const count = RESPONSES.exec(text)?.[1];
  return count === undefined ? null : Number(count);
}

/**
 * Who answers whom among comments that stand in the order of a tree, each with the number of all answers below it: the index of
 * the parent, or null.
 *
 * @example parentsByCount([2, 1, null, null]) → [null, 0, 1, null]
 */
export function parentsByCount(counts: readonly (number | null)[]): (number | null)[] {
  const open: { index: number; last: number }[] = [];
  return counts.map((count, index) => {
    while (open.length > 0 && (open.at(-1)?.last ?? 0) < index) open.pop();
    const parent = open.at(-1)?.index ?? null;
    open.push({ index, last: index + (count ?? 0) });
    return parent;
  });
}
