import { spawnSync } from 'node:child_process';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mail, mailbox } from './__fixtures__/mail.ts';
import { readArchive } from './index.ts';
import { unpack } from './unpack.ts';

const plain = Buffer.from(
  mailbox(...Array.from({ length: 200 }, (_, at) => mail({ Subject: `s${at}` }, `words ${at * 7919}\n`))),
);
const installed = (program: string): boolean => spawnSync(program, ['--help']).error === undefined;

describe('a packed document', () => {
  it('is known by its content, whatever its name', () => {
    expect(readArchive(gzipSync(plain), 'month.txt').messages.length).toBe(200);
    expect(readArchive(zstdCompressSync(plain), 'month.gz').messages.length).toBe(200);
    expect(readArchive(plain, 'month.gz').messages.length).toBe(200);
  });

  it('of several members, or packed twice, is unpacked whole', () => {
    const half = plain.length / 2;
    const members = Buffer.concat([gzipSync(plain.subarray(0, half)), gzipSync(plain.subarray(half))]);
    expect(Buffer.from(unpack(members, 'x').bytes).equals(plain)).toBe(true);
    expect(Buffer.from(unpack(gzipSync(gzipSync(plain)), 'x').bytes).equals(plain)).toBe(true);
  });

  it.each(['bzip2', 'xz'])('is unpacked by %s, or says that it is not installed', (program) => {
    if (!installed(program)) {
      expect(() => unpack(Buffer.from([0x42, 0x5a, 0x68, 0x39]), 'x')).toThrow('not installed');
      return;
    }
    const packed = spawnSync(program, ['-c'], { input: plain }).stdout;
    expect(Buffer.from(unpack(packed, 'x').bytes).equals(plain)).toBe(true);
  });

  it('that is cut off gives what can be read, and reports the rest', () => {
    const packed = gzipSync(plain);
    const archive = readArchive(packed.subarray(0, packed.length * 0.6), 'x.gz');
    expect(archive.messages.length).toBeGreaterThan(10);
    expect(archive.messages.length).toBeLessThan(200);
    expect(archive.problems.map(({ code }) => code)).toContain('unpack-damaged');
  });

  it('that holds nothing but damage is refused', () => {
    expect(() => unpack(Buffer.from([0x1f, 0x8b, 1, 2, 3]), 'x.gz')).toThrow('unpack-failed');
  });

  it('packed over and over is refused', () => {
    let bomb: Uint8Array = plain;
    for (let depth = 0; depth < 6; depth += 1) bomb = gzipSync(bomb);
    expect(() => unpack(bomb, 'x.gz')).toThrow('unpack-failed');
  });
});
