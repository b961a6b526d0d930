import { dirname, join } from 'node:path';
import { readIfThere } from '../files/write.ts';
import { PrecedentError } from '../model/problem.ts';
import { FONT } from './font.ts';
import { loadFontkit } from './modules.ts';

/** Width, in em, of a letter that the face lacks and another face will show: generous, so that no box is too narrow. */
const FOREIGN = 1.25;

export type Weight = 400 | 600;

/** Width in px of a text set at this size in px and this weight. */
export type Measure = (text: string, size: number, weight: Weight) => number;

let measure: Measure | null = null;

/**
 * The measure of the very font file that the site ships: the sum of the advance widths of the letters. Kerning is left
 * out: it narrows text by about 1 %, so that the error is on the safe side.
 *
 * Throws a PrecedentError `font-missing` when the file is in no `public/fonts/` at or above the working folder.
 */
export function fontMeasure(): Measure {
  measure ??= measureOf(readFont());
  return measure;
}

function measureOf(bytes: Uint8Array): Measure {
  const widths = { 400: advances(bytes, 400), 600: advances(bytes, 600) };
  return (text, size, weight) => {
    let sum = 0;
    for (const character of text) sum += widths[weight](character);
    return sum * size;
  };
}

/** Advance width of each letter in em, at one weight of the variable font, remembered per letter. */
function advances(bytes: Uint8Array, weight: Weight): (character: string) => number {
  const font = loadFontkit().create(bytes);
  // fontkit's getVariation cannot read woff2; setting the coordinates can, as long as it leaves the outlines packed.
  font._transformedGlyphs = [];
  font.variationCoords = [weight];
  const known = new Map<string, number>();
  return (character) => {
    const width = known.get(character);
    if (width !== undefined) return width;
    const code = character.codePointAt(0) ?? 0;
    const found = font.hasGlyphForCodePoint(code)
      ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm
      : FOREIGN;
    known.set(character, found);
    return found;
  };
}

/** The working folder is the project's, in a build as in a test; a bundled module no longer lies beside the font. */
function readFont(): Uint8Array {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const bytes = readIfThere(join(folder, FONT));
    if (bytes !== null) return bytes;
    if (folder === dirname(folder)) break;
  }
  throw new PrecedentError({
    code: 'font-missing',
    what: 'the font that diagrams are measured with is not there',
    where: { file: FONT },
    mend: 'run the command in the folder of the project, and restore the file',
  });
}
