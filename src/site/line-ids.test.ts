import { describe, expect, it } from 'vitest';
import type { Line } from '../model/message.ts';
import { lineIds } from './line-ids.ts';

const line = (number: number, rest: Partial<Line> = {}): Line => ({
  number,
  column: 1,
  raw: 'x',
  prefix: 0,
  depth: 0,
  zone: 'prose',
  speaker: null,
  basis: 'unknown',
  ...rest,
});

describe('the id of a line', () => {
  it('is its number, with the column after a seam, and with message and part where the part is decoded', () => {
    const messages = [{ lines: [line(9)] }, { lines: [line(9, { column: 480 }), line(9, { part: '1.2' }), line(10)] }];
    expect([...lineIds(messages).values()]).toEqual(['L9', 'L9c480', 'm2p1.2L9', 'L10']);
  });
});
