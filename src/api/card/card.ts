import type { Cited } from '../../citation/index.ts';
import { type Face, faceOf } from './face.ts';
import { type Colour, png } from './png.ts';
import { HEIGHT, WIDTH } from './size.ts';
import { captionOf } from './text.ts';

const MARGIN = 80;
const LEADING = 1.3;
/** The text is set as large as it fits, in these sizes; at the smallest it is cut. */
const SIZES = [60, 52, 44, 38];
const SMALL = 30;
const BOTTOM = 130;

const PAPER: Colour = [253, 252, 249];
const INK: Colour = [32, 30, 27];
/** Shades from paper to ink: as many as four bits hold, and enough that no edge looks rough. */
const SHADES = 16;
const PALETTE: readonly Colour[] = Array.from({ length: SHADES }, (_, shade) => {
  const part = (index: 0 | 1 | 2) => Math.round(PAPER[index] + ((INK[index] - PAPER[index]) * shade) / (SHADES - 1));
  return [part(0), part(1), part(2)];
});

/**
 * Draws the picture of a decision or position for previews of its link: the question, or the words with who said them and when.
 * No browser, no clock: the same citation is the same bytes.
 */
export function card(cited: Cited): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  const small = faceOf(SMALL);
  write(pixels, small, [cited.id, cited.publisher].join('  ·  '), MARGIN, MARGIN + SMALL * 0.5);
  const text = cited.words === null ? cited.question : `“${cited.words.exact}”`;
  const { face, lines } = set(text, WIDTH - 2 * MARGIN, HEIGHT - BOTTOM - MARGIN - SMALL * 1.8);
  let y = MARGIN + SMALL * 1.2 + face.size;
  for (const line of lines) {
    write(pixels, face, line, MARGIN, y);
    y += face.size * LEADING;
  }
  rule(pixels, HEIGHT - BOTTOM);
  const [foot = ''] = wrapTo(small, captionOf(cited), WIDTH - 2 * MARGIN, 1);
  write(pixels, small, foot, MARGIN, HEIGHT - BOTTOM + SMALL * 1.9);
  return png(WIDTH, HEIGHT, pixels, PALETTE);
}

function set(text: string, width: number, height: number): { face: Face; lines: string[] } {
  for (const size of SIZES) {
    const face = faceOf(size);
    const most = Math.floor(height / (size * LEADING));
    const lines = wrapTo(face, text, width, size === SIZES.at(-1) ? most : most + 1);
    if (lines.length <= most) return { face, lines };
  }
  return { face: faceOf(SMALL), lines: [] };
}

/** Folds text at blanks to a width, at most so many lines; what does not fit ends in an ellipsis. A long word is cut. */
function wrapTo(face: Face, text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').map((one) => cut(face, one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (face.widthOf(longer) <= width) line = longer;
    else if (lines.length + 1 < most) {
      lines.push(line);
      line = word;
    } else return [...lines, cut(face, `${line} …`, width)];
  }
  return [...lines, line];
}

function cut(face: Face, word: string, width: number): string {
  let characters = Array.from(word);
  if (face.widthOf(word) <= width) return word;
  while (characters.length > 1 && face.widthOf(`${characters.join('')}…`) > width) characters = characters.slice(0, -1);
  return `${characters.join('')}…`;
}

function write(pixels: Uint8Array, face: Face, text: string, x: number, y: number): void {
  let pen = x;
  for (const character of text) {
    const { mask, left, top, advance } = face.letter(character);
    const column = Math.round(pen) - left;
    const row = Math.round(y) - top;
    for (const { x: dx, y: dy, covered } of mask.covered) {
      const px = column + dx;
      const py = row + dy;
      if (px < 0 || px >= WIDTH || py < 0 || py >= HEIGHT) continue;
      const at = py * WIDTH + px;
      pixels[at] = Math.max(pixels[at] ?? 0, Math.round(covered * (SHADES - 1)));
    }
    pen += advance;
  }
}

function rule(pixels: Uint8Array, y: number): void {
  pixels.fill(SHADES >> 1, y * WIDTH + MARGIN, y * WIDTH + WIDTH - MARGIN);
}
