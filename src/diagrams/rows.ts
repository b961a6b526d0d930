/** Two boxes of a picture that a line joins. */
export type Pair = readonly [from: string, to: string];

/** Boxes that stand side by side in a row before the picture grows wider than a page. */
const WIDE = 4;
/** Rows for each box; with fewer of them lines run beside each other for want of room. */
const ROWS = 3 / 8;
const STARTS = 12;
/** What it costs when a line runs within a row or against its arrow, when it passes a row, and when a row is too wide. */
const COST = { wrong: 50, passed: 3, wide: 20 };

/**
 * Puts boxes into few rows, so that arrows point down, joined boxes stand in different rows and lines pass few rows: a search
 * that moves one box at a time while that helps, from several starts that are the same each time. (A layered layout does this for arrows; of lines without one it has to be told which end is above.)
 *
 * @param arrows point from the upper to the lower box
 * @param lines may run either way
 * @returns the row of each box, counted from the top
 */
export function rowsOf(boxes: readonly string[], arrows: readonly Pair[], lines: readonly Pair[]): Map<string, number> {
  const count = Math.max(2, Math.ceil(boxes.length * ROWS));
  const places = new Map(boxes.map((box, index) => [box, index]));
  const numbered = (pairs: readonly Pair[]): [number, number][] =>
    pairs.map(([from, to]) => [places.get(from) ?? 0, places.get(to) ?? 0]);
  const joins = [
    ...numbered(arrows).map(([from, to]) => ({ from, to, pointed: true })),
    ...numbered(lines).map(([from, to]) => ({ from, to, pointed: false })),
  ];
  let best: { rows: number[]; cost: number } | null = null;
  for (let start = 0; start < STARTS; start += 1) {
    const rows = boxes.map((_, index) => (index * (1 + Math.floor(start / count)) + start) % count);
    const cost = settle(rows, count, joins);
    if (best === null || cost < best.cost) best = { rows, cost };
  }
  return new Map(boxes.map((box, index) => [box, best?.rows[index] ?? 0]));
}

interface Join {
  readonly from: number;
  readonly to: number;
  readonly pointed: boolean;
}

/** Moves boxes between rows, in place, until no single move makes the picture cheaper; returns what it then costs. */
function settle(rows: number[], count: number, joins: readonly Join[]): number {
  let cost = costOf(rows, count, joins);
  for (let moved = true; moved; ) {
    moved = false;
    for (let box = 0; box < rows.length; box += 1) {
      for (let row = 0; row < count; row += 1) {
        const before = rows[box] ?? 0;
        rows[box] = row;
        const after = costOf(rows, count, joins);
        if (after < cost) [cost, moved] = [after, true];
        else rows[box] = before;
      }
    }
  }
  return cost;
}

function costOf(rows: readonly number[], count: number, joins: readonly Join[]): number {
  let cost = 0;
  for (const { from, to, pointed } of joins) {
    const down = (rows[to] ?? 0) - (rows[from] ?? 0);
    const far = pointed ? down : Math.abs(down);
    cost += far < 1 ? COST.wrong : (far - 1) * COST.passed;
  }
  const widths = new Array<number>(count).fill(0);
  for (const row of rows) widths[row] = (widths[row] ?? 0) + 1;
  return widths.reduce((sum, width) => sum + Math.max(width - WIDE, 0) * COST.wide, cost);
}
