import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pair, rowsOf } from './rows.ts';

describe('the rows of a picture', () => {
  it('let arrows point down and put joined boxes into different rows', () => {
    const rows = rowsOf(['a', 'b', 'c'], [['b', 'a']], [['a', 'c']]);
    expect(rows.get('b')).toBeLessThan(rows.get('a') ?? 0);
    expect(rows.get('c')).not.toBe(rows.get('a'));
  });

  it('are few where a chain of lines could also run back and forth', () => {
    const boxes = Array.from({ length: 8 }, (_, index) => `b${index}`);
    const lines = boxes.slice(1).map((box, index): Pair => [boxes[index] ?? '', box]);
    const rows = rowsOf(boxes, [], lines);
    expect(new Set(rows.values()).size).toBeLessThanOrEqual(3);
    for (const [from, to] of lines) expect(rows.get(from)).not.toBe(rows.get(to));
  });

  it('are given to every box, the same each time, whatever is joined to what', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const pairs = fc.array(fc.tuple(name, name), { maxLength: 12 });
    fc.assert(
      fc.property(pairs, pairs, (arrows, lines) => {
        const boxes = [...new Set([...arrows, ...lines].flat())];
        const rows = rowsOf(boxes, arrows, lines);
        expect([...rows.keys()]).toEqual(boxes);
        expect(rowsOf(boxes, arrows, lines)).toEqual(rows);
      }),
    );
  });
});
