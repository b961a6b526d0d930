import type { Share } from './shares.ts';

/** The whole width of the strip, in units of its drawing, and the gap between two bars. */
const WIDTH = 1000;
const GAP = 4;

/** A bar of the strip; `own` is the part of its width that is not quotation. */
export interface Bar {
  readonly share: Share;
  readonly x: number;
  readonly width: number;
  readonly own: number;
}

/** Lays shares out side by side, to scale, in whole units. @example shares of 30 and 10 words → widths 747 and 249 */
export function stripOf(shares: readonly Share[]): Bar[] {
  const words = shares.reduce((sum, share) => sum + share.words, 0);
  const room = WIDTH - GAP * Math.max(shares.length - 1, 0);
  let before = 0;
  return shares.map((share, index) => {
    const start = Math.round((before / words) * room);
    before += share.words;
    const width = Math.round((before / words) * room) - start;
    const own = Math.round((1 - share.quoted / share.words) * width);
    return { share, x: start + index * GAP, width, own };
  });
}
