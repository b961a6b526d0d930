import type { AttributedMessage } from '../model/message.ts';

/**
 * Messages in an order that does not depend on how an archive happens to hold them: by date, then by id. Those without a date
 * stand first, as the archive has them. It decides which of two equal quotations counts as the first, and nothing else.
 */
export function inTimeOrder(messages: readonly AttributedMessage[]): readonly AttributedMessage[] {
  return messages.toSorted((a, b) => {
    if (a.date === null || b.date === null) return Number(a.date !== null) - Number(b.date !== null);
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
  });
}

/** Puts what was found back into the order of the archive. */
export function inArchiveOrder<Found extends { readonly respondsTo?: number }>(
  found: readonly Found[],
  placeOf: (found: number) => number,
): Found[] {
  const order = found.map((_, index) => index).sort((a, b) => placeOf(a) - placeOf(b) || a - b);
  const moved = new Int32Array(found.length);
  order.forEach((from, to) => {
    moved[from] = to;
  });
  return order.flatMap((from) => {
    const one = found[from];
    if (one === undefined) return [];
    return [one.respondsTo === undefined ? one : { ...one, respondsTo: moved[one.respondsTo] ?? one.respondsTo }];
  });
}
