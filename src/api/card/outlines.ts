/** A closed line of corners, in px, y downwards. */
export type Contour = readonly { readonly x: number; readonly y: number }[];

/** A step of an outline as fonts have it: coordinates in units of the font, y upwards. */
export interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

/** Into how many straight pieces a curve is cut: at 60 px none of them is off by a tenth of a pixel. */
const PIECES = 6;

/**
 * Turns an outline into closed lines of straight pieces, scaled and put at a place.
 *
 * @param scale Px for each unit of the font.
 */
export function contoursOf(path: readonly PathCommand[], scale: number, x: number, y: number): Contour[] {
  const contours: { x: number; y: number }[][] = [];
  let line: { x: number; y: number }[] = [];
  const at = (px = 0, py = 0) => ({ x: x + px * scale, y: y - py * scale });
  for (const { command, args } of path) {
    const [a, b, c, d, e, f] = args;
    const from = line.at(-1);
    if (command === 'moveTo') {
      line = [at(a, b)];
      contours.push(line);
    } else if (command === 'lineTo') line.push(at(a, b));
    else if (command === 'quadraticCurveTo' && from) {
      const [control, to] = [at(a, b), at(c, d)];
      line.push(
        ...curve(
          (t, u) => u * u * from.x + 2 * t * u * control.x + t * t * to.x,
          (t, u) => u * u * from.y + 2 * t * u * control.y + t * t * to.y,
        ),
      );
    } else if (command === 'bezierCurveTo' && from) {
      const [one, two, to] = [at(a, b), at(c, d), at(e, f)];
      const cubic = (p: number, q: number, r: number, s: number) => (t: number, u: number) =>
        u * u * u * p + 3 * t * u * u * q + 3 * t * t * u * r + t * t * t * s;
      line.push(...curve(cubic(from.x, one.x, two.x, to.x), cubic(from.y, one.y, two.y, to.y)));
    }
  }
  return contours.filter((contour) => contour.length > 2);
}

type Coordinate = (t: number, u: number) => number;

function curve(x: Coordinate, y: Coordinate): { x: number; y: number }[] {
  return Array.from({ length: PIECES }, (_, index) => {
    const t = (index + 1) / PIECES;
    return { x: x(t, 1 - t), y: y(t, 1 - t) };
  });
}
