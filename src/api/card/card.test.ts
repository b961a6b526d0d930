import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CORPUS } from '../../citation/__fixtures__/corpus.ts';
import { type Cited, citedOf } from '../../citation/index.ts';
import { card } from './card.ts';
import { contoursOf } from './outlines.ts';
import { png } from './png.ts';
import { fill } from './raster.ts';
import { HEIGHT, WIDTH } from './size.ts';
import { cardText } from './text.ts';

function cited(id: string): Cited {
  const found = citedOf(CORPUS, id);
  if (found === null) throw new Error(`the fixture holds no ${id}`);
  return found;
}

/** Reads a PNG as its specification says, and knows nothing of how ours is written. */
function read(bytes: Uint8Array): {
  width: number;
  height: number;
  names: string[];
  pixel: (x: number, y: number) => number;
} {
  const file = Buffer.from(bytes);
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.set(body.subarray(0, 4).toString('latin1'), body.subarray(4));
    at += 12 + length;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const stride = width / 2 + 1;
  expect(rows.length).toBe(stride * height);
  const pixel = (x: number, y: number) => {
    const pair = rows[y * stride + 1 + (x >> 1)] ?? 0;
    return x % 2 === 0 ? pair >> 4 : pair & 15;
  };
  return { width, height, names: [...chunks.keys()], pixel };
}

function ink(bytes: Uint8Array): number {
  const { pixel } = read(bytes);
  let sum = 0;
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) sum += pixel(x, y);
  return sum;
}

describe('the picture of a link', () => {
  it('is a PNG of the size that previews take, with nothing in it but the picture', () => {
    const { width, height, names } = read(card(cited('PREC-0000A')));
    expect([width, height]).toEqual([1200, 630]);
    expect(names).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  });

  it('is the same bytes again, and another for other words', () => {
    expect(card(cited('PREC-0000A-P1'))).toEqual(card(cited('PREC-0000A-P1')));
    expect(card(cited('PREC-0000A-P1'))).not.toEqual(card(cited('PREC-0000A-P2')));
  });

  it('keeps its margins whatever the words: long ones are cut, letters that the face lacks are boxes', () => {
    const one = cited('PREC-0000A-P1');
    if (one.words === null) throw new Error('a position has words');
    for (const exact of ['word '.repeat(400), 'x'.repeat(4000), '書記素 клас', '', '\u202e😀']) {
      const { pixel } = read(card({ ...one, heading: exact, words: { ...one.words, exact, holder: exact } }));
      for (let y = 0; y < HEIGHT; y += 1) {
        for (const x of [...Array(60).keys(), ...Array.from({ length: 60 }, (_, index) => WIDTH - 1 - index)]) {
          if (pixel(x, y) !== 0) throw new Error(`ink in the margin at ${x},${y}`);
        }
      }
    }
  });

  it('has more ink where it says more', () => {
    const one = cited('PREC-0000A');
    expect(ink(card({ ...one, question: 'Why not pipes?' }))).toBeGreaterThan(ink(card({ ...one, question: 'Why?' })));
  });

  it('is told in words to who cannot see it', () => {
    expect(cardText(cited('PREC-0000A-P2'))).toBe(
      '“1. Pipes are fine.” Ann, as quoted by Bo Müller, quoted 13 June 2014',
    );
  });
});

describe('filling an outline', () => {
  const square = (x: number, y: number, size: number, turn = false) => {
    const corners = [
      { x, y },
      { x: x + size, y },
      { x: x + size, y: y + size },
      { x, y: y + size },
    ];
    return turn ? corners.reverse() : corners;
  };
  const area = (contours: Parameters<typeof fill>[0]) =>
    fill(contours, 20, 20).covered.reduce((sum, { covered }) => sum + covered, 0);

  it('covers what it encloses, part of a pixel for part of a pixel', () => {
    expect(area([square(2, 2, 4)])).toBeCloseTo(16);
    expect(area([square(2.5, 2, 4)])).toBeCloseTo(16);
    expect(
      fill([square(2.25, 2, 1)], 20, 20).covered.map(({ x, y, covered }) => [x, y, Math.round(covered * 100)]),
    ).toEqual([
      [2, 2, 75],
      [3, 2, 25],
    ]);
  });

  it('leaves a hole where a line goes round the other way, and none where it goes the same way', () => {
    expect(area([square(2, 2, 8), square(4, 4, 4, true)])).toBeCloseTo(64 - 16);
    expect(area([square(2, 2, 8), square(4, 4, 4)])).toBeCloseTo(64);
  });

  it('cuts off what lies outside', () => {
    expect(area([square(-5, -5, 100)])).toBeCloseTo(400);
    expect(area([square(30, 30, 5)])).toBe(0);
  });

  it('follows curves closely', () => {
    const k = 0.5523;
    const circle = [
      { command: 'moveTo', args: [1, 0] },
      { command: 'bezierCurveTo', args: [1, k, k, 1, 0, 1] },
      { command: 'bezierCurveTo', args: [-k, 1, -1, k, -1, 0] },
      { command: 'bezierCurveTo', args: [-1, -k, -k, -1, 0, -1] },
      { command: 'bezierCurveTo', args: [k, -1, 1, -k, 1, 0] },
    ];
    expect(area(contoursOf(circle, 8, 10, 10))).toBeGreaterThan(Math.PI * 64 * 0.98);
    expect(area(contoursOf(circle, 8, 10, 10))).toBeLessThan(Math.PI * 64 * 1.01);
  });
});

describe('a PNG', () => {
  it('gives back the pixels it was made of', () => {
    const { pixel } = read(png(4, 2, Uint8Array.from([0, 1, 2, 3, 15, 14, 13, 12]), [[0, 0, 0]]));
    expect([0, 1, 2, 3].map((x) => pixel(x, 0))).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((x) => pixel(x, 1))).toEqual([15, 14, 13, 12]);
  });
});
