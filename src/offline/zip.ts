import { crc32, inflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { PrecedentError } from '../model/problem.ts';

/** A file of an archive: its path with slashes, and its bytes. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Signatures, flag and versions of APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16 and 4.4. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x0800;
const STORED = 0;
const DEFLATE = 8;
/** Smaller files are not worth the try. */
const SMALL = 64;
/** Level 9 takes an eighth more time and saves less than one byte in three thousand. */
const LEVEL = 6;
/** 1 January 1980, the earliest date the format has: one archive says nothing of when it was made. */
const DATE = 0x0021;
/** Made on Unix, version 2.0, so that the rights below count. */
const MADE_BY = 0x0314;
const READABLE = 0o100644 * 0x10000;
/** Records of the ZIP64 extension (4.3.14, 4.3.15), written only for more files than 16 bits count. */
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const MOST_FILES = 0xffff;

/** A file as it stands in an archive. */
export interface PressedEntry {
  readonly path: string;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly method: typeof STORED | typeof DEFLATE;
  readonly size: number;
  readonly crc: number;
}

/**
 * Presses a file for an archive; one that would not be smaller, such as a picture or a font, is stored as it is. It is done by a
 * library in JavaScript, for what zlib makes of it depends on the zlib that Node was built with and on the processor.
 */
export function pressEntry({ path, bytes }: ZipEntry): PressedEntry {
  const pressed = bytes.byteLength < SMALL ? null : deflateSync(bytes, { level: LEVEL });
  const of = { path, size: bytes.byteLength, crc: crc32(bytes) };
  return pressed !== null && pressed.byteLength < bytes.byteLength
    ? { ...of, data: pressed, method: DEFLATE }
    : { ...of, data: new Uint8Array(bytes), method: STORED };
}

/**
 * Writes pressed files as a ZIP archive. The same files give the same bytes: in order of code units, without times, owners or
 * comments. Throws a PrecedentError `zip-too-large` at more than 4 GB.
 */
export function writeZip(entries: readonly PressedEntry[]): Buffer {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const locals: Uint8Array[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of sorted) {
    const name = Buffer.from(entry.path);
    const shared = sharedHeader(entry, name);
    const local = Buffer.concat([uint32(LOCAL), shared, name]);
    centrals.push(
      Buffer.concat([
        uint32(CENTRAL),
        uint16(MADE_BY),
        shared,
        Buffer.alloc(6),
        uint32(READABLE),
        uint32(offset),
        name,
      ]),
    );
    locals.push(local, entry.data);
    offset += local.byteLength + entry.data.byteLength;
    if (offset > 0xffff_ffff) throw tooLarge();
  }
  const directory = Buffer.concat(centrals);
  const count = uint16(Math.min(sorted.length, MOST_FILES));
  const end = Buffer.concat([
    uint32(END),
    Buffer.alloc(4),
    count,
    count,
    uint32(directory.byteLength),
    uint32(offset),
    uint16(0),
  ]);
  const end64 = sorted.length < MOST_FILES ? [] : [endOfMany(sorted.length, directory.byteLength, offset)];
  return Buffer.concat([...locals, directory, ...end64, end]);
}

function endOfMany(count: number, size: number, offset: number): Buffer {
  return Buffer.concat([
    uint32(END64),
    uint64(44),
    uint16(45),
    uint16(45),
    uint32(0),
    uint32(0),
    uint64(count),
    uint64(count),
    uint64(size),
    uint64(offset),
    uint32(LOCATOR64),
    uint32(0),
    uint64(offset + size),
    uint32(1),
  ]);
}

/** The fields that the two headers of a file have in common, from "version needed" to the length of the extra field. */
function sharedHeader({ method, crc, data, size }: PressedEntry, name: Buffer): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(UTF8),
    uint16(method),
    uint16(0),
    uint16(DATE),
    uint32(crc),
    uint32(data.byteLength),
    uint32(size),
    uint16(name.byteLength),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function tooLarge(): PrecedentError {
  return new PrecedentError({
    code: 'zip-too-large',
    what: 'the site has more bytes than this ZIP archive can hold',
    where: { file: 'dist' },
    mend: 'publish fewer sources at once',
  });
}

/** Reads an archive that `writeZip` wrote, by its directory, and checks each file against its checksum. */
export function readZip(archive: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.byteLength - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('this is no ZIP archive without a comment');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL) {
    const length = bytes.readUInt16LE(at + 28);
    const path = bytes.toString('utf8', at + 46, at + 46 + length);
    const start = bytes.readUInt32LE(at + 42) + 30 + length;
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const content = bytes.readUInt16LE(at + 10) === STORED ? data : inflateRawSync(data);
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`${path} is damaged`);
    entries.push({ path, bytes: content });
    at += 46 + length;
  }
  return entries;
}
