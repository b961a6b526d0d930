import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFontkit } from '../../diagrams/modules.ts';
import { contoursOf, type PathCommand } from './outlines.ts';
import { fill, type Mask } from './raster.ts';

/** A letter drawn at one size: its picture, where the picture begins above and left of the pen, and how far the pen goes on. */
export interface Letter {
  readonly mask: Mask;
  readonly left: number;
  readonly top: number;
  readonly advance: number;
}

/** A face at one size in px. Letters are drawn once and kept. */
export interface Face {
  readonly size: number;
  letter(character: string): Letter;
  widthOf(text: string): number;
}

/** The face the site sets quotations in; its default instance is the regular weight. */
const FONT = 'public/fonts/source-serif-4-latin-wght-normal.woff2';
/** Stands for a letter that the face lacks: a box, as wide as an n. */
const BOX: readonly PathCommand[] = [
  { command: 'moveTo', args: [60, 0] },
  { command: 'lineTo', args: [60, 620] },
  { command: 'lineTo', args: [480, 620] },
  { command: 'lineTo', args: [480, 0] },
  { command: 'moveTo', args: [110, 50] },
  { command: 'lineTo', args: [430, 50] },
  { command: 'lineTo', args: [430, 570] },
  { command: 'lineTo', args: [110, 570] },
];

/** Opens the face at a size. Throws where the font file of the project is not in the working folder. */
export function faceOf(size: number): Face {
  const known = faces.get(size);
  if (known !== undefined) return known;
  const face = makeFace(size);
  faces.set(size, face);
  return face;
}

const faces = new Map<number, Face>();
let font: ReturnType<ReturnType<typeof loadFontkit>['create']> | undefined;

function makeFace(size: number): Face {
  font ??= loadFontkit().create(readFileSync(join(process.cwd(), FONT)));
  const opened = font;
  const scale = size / opened.unitsPerEm;
  const letters = new Map<string, Letter>();
  function draw(character: string): Letter {
    const code = character.codePointAt(0) ?? 0;
    const has = opened.hasGlyphForCodePoint(code);
    const glyph = opened.glyphForCodePoint(code);
    const left = Math.ceil(size * 0.3);
    const top = Math.ceil(size * 1.1);
    const advance = has ? glyph.advanceWidth * scale : size * 0.54;
    const width = Math.ceil(advance) + 2 * left;
    const contours = contoursOf(has ? glyph.path.commands : BOX, scale, left, top);
    return { mask: fill(contours, width, Math.ceil(size * 1.5)), left, top, advance };
  }
  const letter = (character: string) => {
    const drawn = letters.get(character) ?? draw(character);
    letters.set(character, drawn);
    return drawn;
  };
  return { size, letter, widthOf: (text) => Array.from(text).reduce((sum, one) => sum + letter(one).advance, 0) };
}
