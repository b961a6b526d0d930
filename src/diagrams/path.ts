/** A place in a drawing, in px. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A leg of a path: straight to a point, or curved round one. */
export interface Leg {
  readonly to: Point;
  readonly round?: Point;
}

/**
 * Writes path data in relative coordinates (SVG 2 §9.3): like shapes are then written alike wherever they stand, so that a map
 * weighs half as much on the wire. Coordinates are rounded to a tenth of a px before they are subtracted: no error adds up.
 *
 * @example pathData({ x: 9, y: 5 }, [{ to: { x: 2, y: 5 } }, { to: { x: 2, y: 6.5 } }]) → 'M9 5h-7v1.5'
 */
export function pathData(start: Point, legs: readonly Leg[]): string {
  let at = tenths(start);
  const step = (point: Point): Point => ({ x: tenths(point).x - at.x, y: tenths(point).y - at.y });
  return legs.reduce(
    (path, { to, round }) => {
      const command = round === undefined ? straight(step(to)) : `q${pair(step(round))}${joined(pair(step(to)))}`;
      at = tenths(to);
      return path + command;
    },
    `M${pair(at)}`,
  );
}

function straight({ x, y }: Point): string {
  if (y === 0) return x === 0 ? '' : `h${x / 10}`;
  return x === 0 ? `v${y / 10}` : `l${pair({ x, y })}`;
}

function tenths({ x, y }: Point): Point {
  return { x: Math.round(x * 10) + 0, y: Math.round(y * 10) + 0 };
}

/** Two numbers; a minus parts as well as a blank does. */
function pair({ x, y }: Point): string {
  return `${x / 10}${joined(String(y / 10))}`;
}

function joined(number: string): string {
  return number.startsWith('-') ? number : ` ${number}`;
}
