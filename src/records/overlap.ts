import type { AttributedMessage } from '../model/message.ts';
import type { Place } from '../model/primitives.ts';

/** A stretch of a document: the part its places count (undefined: the file itself), first and last place, inclusive. */
export interface Stretch {
  readonly part?: string | undefined;
  readonly start: Place;
  readonly end: Place;
}

/** How much two stretches share: of all they cover, and of the shorter one; both from 0 to 1. */
export interface Overlap {
  readonly ofBoth: number;
  readonly ofShorter: number;
}

/** Measures stretches of one document in code points, line breaks counted as one each. */
export function makeRuler(messages: readonly AttributedMessage[]): (a: Stretch, b: Stretch) => Overlap {
  const offsets = new Map<string, Map<number, number>>();
  const lengths = new Map<string, Map<number, number>>();
  for (const { lines } of messages) {
    for (const { part = '', number, column, raw } of lines) {
      const own = lengths.get(part) ?? new Map<number, number>();
      lengths.set(part, own);
      own.set(number, Math.max(own.get(number) ?? 0, column - 1 + Array.from(raw).length));
    }
  }
  for (const [part, own] of lengths) {
    let offset = 0;
    const sums = new Map<number, number>();
    for (const number of [...own.keys()].sort((a, b) => a - b)) {
      sums.set(number, offset);
      offset += (own.get(number) ?? 0) + 1;
    }
    offsets.set(part, sums);
  }
  const place = (part: string, { line, column }: Place): number => (offsets.get(part)?.get(line) ?? NaN) + column - 1;
  return (a, b) => {
    const part = a.part ?? '';
    if (part !== (b.part ?? '')) return { ofBoth: 0, ofShorter: 0 };
    const [aStart, aEnd] = [place(part, a.start), place(part, a.end) + 1];
    const [bStart, bEnd] = [place(part, b.start), place(part, b.end) + 1];
    const shared = Math.min(aEnd, bEnd) - Math.max(aStart, bStart);
    // A place that the document does not have makes NaN, which shares nothing.
    if (!(shared > 0)) return { ofBoth: 0, ofShorter: 0 };
    const [aLength, bLength] = [aEnd - aStart, bEnd - bStart];
    return { ofBoth: shared / (aLength + bLength - shared), ofShorter: shared / Math.min(aLength, bLength) };
  };
}
