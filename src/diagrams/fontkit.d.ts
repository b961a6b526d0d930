/** The little of fontkit 2 that measuring and drawing take; the package brings no types. */
declare module 'fontkit' {
  interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    /** In units of the font, y upwards. */
    readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
  }
  interface Font {
    readonly unitsPerEm: number;
    variationCoords: readonly number[] | null;
    /** Outlines, unpacked on demand; an empty list leaves them packed. */
    _transformedGlyphs: readonly unknown[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
  }
  export function create(bytes: Uint8Array): Font;
}
