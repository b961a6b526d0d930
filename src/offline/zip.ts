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

/** How a file stands in an archive, without its bytes. */
export interface PressedFacts {
  readonly method: typeof STORED | typeof DEFLATE;
  /** Bytes of the file as it was, and as it stands there. */
  readonly size: number;
  readonly length: number;
  readonly crc: number;
}

/** A file as it stands in an archive. */
export interface PressedEntry extends PressedFacts {
  readonly path: string;
  /** Its bytes as they stand there, asked for when it is their turn: an archive may be larger than the memory. */
  readonly data: () => Uint8Array;
}

/**
 * Presses a file for an archive; one that would not be smaller, such as a picture or a font, is stored as it is. It is done by a
 * library in JavaScript, for what zlib makes of it depends on the zlib that Node was built with and on the processor.
 */
export function pressEntry({ path, bytes }: ZipEntry): PressedEntry {
  const pressed = bytes.byteLength < SMALL ? null : deflateSync(bytes, { level: LEVEL });
  const smaller = pressed !== null && pressed.byteLength < bytes.byteLength;
  const data = smaller ? pressed : bytes;
  const method = smaller ? DEFLATE : STORED;
  return { path, method, size: bytes.byteLength, length: data.byteLength, crc: crc32(bytes), data: () => data };
}

/**
 * Writes pressed files as a ZIP archive, piece by piece. The same files give the same bytes: in order of code units, without
 * times, owners or comments. Throws a PrecedentError `zip-too-large` at more than 4 GB.
 */
export function* zipPieces(entries: readonly PressedEntry[]): Generator<Uint8Array> {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
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
    yield local;
    yield entry.data();
    offset += local.byteLength + entry.length;
    if (offset > 0xffff_ffff) throw tooLarge();
  }
  const directory = Buffer.concat(centrals);
  const count = uint16(Math.min(sorted.length, MOST_FILES));
  yield directory;
  if (sorted.length >= MOST_FILES) yield endOfMany(sorted.length, directory.byteLength, offset);
  yield Buffer.concat([
    uint32(END),
    Buffer.alloc(4),
    count,
    count,
    uint32(directory.byteLength),
    uint32(offset),
    uint16(0),
  ]);
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
function sharedHeader({ method, crc, length, size }: PressedFacts, name: Buffer): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(UTF8),
    uint16(method),
    uint16(0),
    uint16(DATE),
    uint32(crc),
    uint32(length),
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

/** A file of an archive and where its data lies there. */
export interface Placed extends PressedFacts {
  readonly path: string;
  readonly offset: number;
}

/**
 * Reads the directory of an archive that `zipPieces` made. Throws an Error where it is none.
 *
 * @param size Bytes of the archive.
 * @param read Gives so many bytes from there on.
 */
export function* zipDirectory(size: number, read: (offset: number, length: number) => Buffer): Generator<Placed> {
  const end = size < 22 ? null : read(size - 22, 22);
  if (end?.readUInt32LE(0) !== END) throw new Error('this is no ZIP archive without a comment');
  const directory = read(end.readUInt32LE(16), end.readUInt32LE(12));
  for (let at = 0; at < directory.byteLength; ) {
    const name = directory.readUInt16LE(at + 28);
    yield {
      path: directory.toString('utf8', at + 46, at + 46 + name),
      method: directory.readUInt16LE(at + 10) === STORED ? STORED : DEFLATE,
      crc: directory.readUInt32LE(at + 16),
      length: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42) + 30 + name,
    };
    at += 46 + name;
  }
}

/** Reads an archive that `zipPieces` made, and checks each file against its checksum. */
export function readZip(archive: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const read = (offset: number, length: number): Buffer => bytes.subarray(offset, offset + length);
  return [...zipDirectory(bytes.byteLength, read)].map(({ path, method, crc, length, offset }) => {
    const data = read(offset, length);
    const content = method === STORED ? data : inflateRawSync(data);
    if (crc32(content) !== crc) throw new Error(`${path} is damaged`);
    return { path, bytes: content };
  });
}
