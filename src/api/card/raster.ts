import type { Contour } from './outlines.ts';

/** Lines looked at in each row of pixels; across a row the coverage is exact. */
const LINES = 5;

/** The pixels that are covered, and how much of each, above 0 and up to 1. */
export interface Mask {
  readonly covered: readonly { readonly x: number; readonly y: number; readonly covered: number }[];
}

/** Fills what closed lines enclose (non-zero winding rule, as fonts mean it). What lies outside the mask is cut off. */
export function fill(contours: readonly Contour[], width: number, height: number): Mask {
  const coverage = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let line = 0; line < LINES; line += 1) {
      const y = row + (line + 0.5) / LINES;
      let winding = 0;
      let from = 0;
      for (const { x, turn } of crossings(contours, y)) {
        if (winding === 0) from = x;
        winding += turn;
        if (winding === 0) cover(coverage, row * width, width, from, x);
      }
    }
  }
  const pixels = Array.from(coverage, (covered, at) => ({ x: at % width, y: Math.floor(at / width), covered }));
  return { covered: pixels.filter(({ covered }) => covered > 0) };
}

/** Where the lines cross a height, from left to right, and which way they go there. */
function crossings(contours: readonly Contour[], y: number): { x: number; turn: 1 | -1 }[] {
  const found: { x: number; turn: 1 | -1 }[] = [];
  for (const contour of contours) {
    let a = contour.at(-1);
    for (const b of contour) {
      if (a !== undefined && a.y <= y !== b.y <= y) {
        found.push({ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), turn: a.y < b.y ? 1 : -1 });
      }
      a = b;
    }
  }
  return found.sort((left, right) => left.x - right.x);
}

function cover(coverage: Float32Array, offset: number, width: number, from: number, to: number): void {
  const start = Math.max(from, 0);
  const end = Math.min(to, width);
  for (let x = Math.floor(start); x < end; x += 1) {
    const part = Math.min(x + 1, end) - Math.max(x, start);
    coverage[offset + x] = Math.min((coverage[offset + x] ?? 0) + part / LINES, 1);
  }
}
