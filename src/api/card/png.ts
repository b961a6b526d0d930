import { crc32, deflateSync } from 'node:zlib';

/** A colour, each part from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * Writes a picture as PNG (W3C PNG 3rd edition) with a palette of at most 16 colours, four bits a pixel: no filter, no date, no
 * name of a program, so that the same picture is the same bytes.
 *
 * @param width An even number, so that a row is whole bytes.
 * @param pixels One byte a pixel: the number of its colour.
 */
export function png(width: number, height: number, pixels: Uint8Array, palette: readonly Colour[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Depth 4, colour type 3 (palette); compression, filter and interlace have one value or none.
  header.set([4, 3, 0, 0, 0], 8);
  const stride = width / 2 + 1;
  const rows = Buffer.alloc(stride * height);
  for (let at = 0; at < pixels.length; at += 2) {
    const target = Math.floor(at / width) * stride + 1 + (at % width) / 2;
    rows[target] = ((pixels[at] ?? 0) << 4) | (pixels[at + 1] ?? 0);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
