import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { packings } from '../archive/__fixtures__/packings.ts';
import { fileChunks, kindOfFile } from '../archive/file-stream.ts';
import { readArchive } from '../archive/index.ts';
import { readPlace } from '../archive/places.ts';
import { readMessages } from '../archive/stream.ts';
import { writeFileAtomic } from '../files/write.ts';
import { sha256 } from '../model/digest.ts';
import { PrecedentError } from '../model/problem.ts';
import { loadKnowledge } from '../records/load.ts';
import { drive, HEADER, mailWithBody } from './drive.ts';

const TEXT = mailWithBody('I think we should not do this, because it is wrong.');
const META = {
  title: 'x',
  author: 'Ann Bee',
  list: 'x',
  date: '2015-06-01',
  format: 'mbox',
  sha256: sha256(TEXT),
  locators: [],
  rights: 'x',
};

describe('a project whose files are made to do harm', () => {
  let root: string;
  let outside: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-files-'));
    outside = mkdtempSync(join(tmpdir(), 'precedent-outside-'));
    writeFileAtomic(join(outside, 'message.txt'), TEXT);
    writeFileAtomic(join(outside, 'source.yaml'), stringify(META));
    writeFileAtomic(join(root, 'content/sources/good/message.txt'), TEXT);
    writeFileAtomic(join(root, 'content/sources/good/source.yaml'), stringify(META));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
    rmSync(outside, { recursive: true });
  });

  /** Loads the project; the good source must be there whatever stands beside it. */
  async function findings(): Promise<string[]> {
    const knowledge = await loadKnowledge(root);
    expect(knowledge.sources.map(({ slug }) => slug)).toContain('good');
    return knowledge.findings.map(({ code, what, where }) => `${where.file}: ${code}: ${what}`);
  }

  function source(slug: string, make: (folder: string) => void): void {
    const folder = join(root, 'content/sources', slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'source.yaml'), stringify(META));
    make(folder);
  }

  it('is read without finding when it does none', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each(['message.txt', 'source.yaml'])('does not follow a link in place of %s', async (name) => {
    source('bad', (folder) => {
      writeFileSync(join(folder, 'message.txt'), TEXT);
      rmSync(join(folder, name));
      symlinkSync(join(outside, name), join(folder, name));
    });
    expect(await findings()).toEqual([`content/sources/bad/${name}: file-unreadable: ${name} is a link`]);
  });

  it('does not follow a link in place of a source', async () => {
    symlinkSync(outside, join(root, 'content/sources/bad'));
    expect(await findings()).toEqual(['content/sources/bad/source.yaml: file-unreadable: bad is a link']);
  });

  it('does not follow a link in place of a record or of the vocabulary', async () => {
    mkdirSync(join(root, 'content/decisions'));
    symlinkSync('/etc/passwd', join(root, 'content/decisions/x.mdx'));
    symlinkSync('/etc/passwd', join(root, 'content/terms.yaml'));
    expect(await findings()).toEqual([
      'content/terms.yaml: file-unreadable: terms.yaml is a link',
      'content/decisions/x.mdx: file-unreadable: x.mdx is a link',
    ]);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe nor read a device', async () => {
    source('pipe', (folder) => spawnSync('mkfifo', [join(folder, 'message.txt')]));
    source('device', (folder) => symlinkSync('/dev/zero', join(folder, 'message.txt')));
    expect(await findings()).toEqual([
      'content/sources/device/message.txt: file-unreadable: message.txt is a link',
      'content/sources/pipe/message.txt: file-unreadable: message.txt is no plain file',
    ]);
    expect([...readPlace(join(root, 'content/sources/pipe'))].map(({ name }) => name)).toHaveLength(1);
  });

  it('takes a file where a source should be for what it is', async () => {
    writeFileSync(join(root, 'content/sources/stray'), 'x');
    expect(await findings()).toEqual(['content/sources/stray/source.yaml: file-unreadable: stray is no folder']);
  });

  it.each([
    [
      'a bomb of aliases',
      `${Array.from(
        { length: 9 },
        (_, i) =>
          `x${i + 1}: &a${i + 1} [${Array(9)
            .fill(i === 0 ? 'x' : `*a${i}`)
            .join(', ')}]`,
      ).join('\n')}\n`,
    ],
    ['an alias to itself', 'title: &a [*a]\n'],
    ['a tag that names code', 'title: !!js/function "function () { process.exit(9) }"\n'],
    ['deep nesting', `title: ${'['.repeat(5000)}\n`],
    ['deep nesting in blocks', `${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`],
    ['a key of the prototype', '__proto__: {title: x}\nconstructor: {prototype: {polluted: true}}\n'],
    ['many documents', '--- a\n'.repeat(1000)],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x3a, 0x20])],
  ])('survives a source.yaml with %s', async (_, yaml) => {
    source('bad', (folder) => {
      writeFileSync(join(folder, 'message.txt'), TEXT);
      writeFileSync(join(folder, 'source.yaml'), yaml);
    });
    const found = await findings();
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatch(/^content\/sources\/bad\/source\.yaml: /);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each(['%2e%2e', 'CON', 'a b', 'Ünï', '-rf', '$(id)', 'a\nb'])(
    'takes a folder of the name %j for no source without a word',
    async (name) => {
      mkdirSync(join(root, 'content/sources', name));
      expect(await findings()).toEqual([expect.stringContaining('name-odd')]);
    },
  );
});

describe('a document that is made to exhaust the machine', { timeout: 120_000 }, () => {
  it('is refused when it is packed again and again', () => {
    let bytes: Buffer = Buffer.from(TEXT);
    for (let depth = 0; depth < 6; depth += 1) bytes = gzipSync(bytes);
    expect(() => readArchive(bytes, 'bomb.gz')).toThrow(PrecedentError);
  });

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ])('is refused when it grows beyond all measure out of %s', (_, pack) => {
    const bomb = pack(Buffer.alloc(100_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => readArchive(bomb, 'bomb')).toThrow(/grows beyond all measure/);
  });

  it.each(['bzip2', 'xz'])('is refused when it grows beyond all measure out of %s', (program) => {
    const { stdout, error } = spawnSync(program, ['-c'], { input: Buffer.alloc(100_000_000) });
    // Without the program nothing of its kind is unpacked, which is an answer too.
    const bomb =
      error === undefined ? stdout : Buffer.from(program === 'xz' ? [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0] : 'BZh');
    expect(() => readArchive(bomb, 'bomb')).toThrow(error === undefined ? /grows beyond all measure/ : /not installed/);
  });

  it.each([64, 4096, 40_000])(
    'carries mails %i deep and is read as far as the limit, with a word about the rest',
    (depth) => {
      const outcome = drive(
        `${HEADER}${'Content-Type: message/rfc822\n\n'.repeat(depth)}Subject: the last\n\nthe innermost text\n`,
      );
      expect(outcome?.messages.length).toBeGreaterThan(50);
      const told = outcome?.problems.some(({ code }) => code === 'nested-too-deep');
      expect(told).toBe(depth > 64);
      const text = outcome?.messages.flatMap(({ lines }) => lines.map(({ raw }) => raw)).join('\n');
      expect(text).toContain('the innermost text');
    },
  );

  it('mixes parts and mails in each other to the depth of the limit and not of both limits together', () => {
    const layer = (index: number) =>
      `Content-Type: multipart/mixed; boundary="b${index}"\n\n--b${index}\nContent-Type: message/rfc822\n\n`;
    const outcome = drive(`${HEADER}${Array.from({ length: 3000 }, (_, index) => layer(index)).join('')}\ninnermost\n`);
    expect(outcome?.messages.length).toBeLessThan(80);
    expect(outcome?.problems.some(({ code }) => code === 'nested-too-deep')).toBe(true);
  });

  it('answers one mail more often than a call takes arguments', () => {
    const answer = (index: number) =>
      `From a@b Mon Jun  1 00:00:00 2015\nFrom: A <a@b>\nMessage-ID: <${index}@b>\nIn-Reply-To: <0@b>\n\nx\n`;
    const outcome = drive(Array.from({ length: 150_000 }, (_, index) => answer(index)).join(''));
    expect(outcome?.messages).toHaveLength(150_000);
  });

  it('carries more mails than a call takes arguments', () => {
    const carried = '--b\nContent-Type: message/rfc822\n\nFrom: A <a@b>\n\nx\n'.repeat(150_000);
    const outcome = drive(`${HEADER}Content-Type: multipart/digest; boundary="b"\n\n${carried}`);
    expect(outcome?.messages).toHaveLength(150_001);
  });

  it.each([
    ['as they are', (lines: string) => mailWithBody(lines)],
    [
      'in base64',
      (lines: string) => `${HEADER}Content-Transfer-Encoding: base64\n\n${Buffer.from(lines).toString('base64')}\n`,
    ],
    [
      'in parts',
      (lines: string) =>
        `${HEADER}Content-Type: multipart/mixed; boundary="b"\n\n${lines.replaceAll('\n\n\n', '--b\n\n\n')}`,
    ],
  ])('is read for a million lines and not for more of them, %s', (_, make) => {
    const { messages, problems } = readArchive(Buffer.from(make('\n'.repeat(1_050_000))), 'lines');
    expect(problems.map(({ code }) => code)).toContain('too-many-lines');
    expect(messages[0]?.lines.length).toBeLessThan(1_000_100);
  });

  it.each(packings())('is refused while it is unpacked as it is read, packed by $name', async ({ name, pack }) => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-bomb-'));
    try {
      const file = join(folder, name);
      writeFileSync(file, pack(Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(200_000_000)])));
      const { packing } = kindOfFile(file);
      expect(packing?.name).toBe(name);
      let passed = 0;
      const reading = (async () => {
        for await (const { byteLength } of fileChunks(file, packing, () => {})) passed += byteLength;
      })();
      await expect(reading).rejects.toThrow(/grows beyond all measure/);
      expect(passed).toBeLessThan(70_000_000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  // Half a minute: it must be so long that a call could not take its problems as arguments.
  it.runIf(process.env.PRECEDENT_HOSTILE === 'full')('has something wrong with each of 200,000 mails', () => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-wrong-'));
    try {
      const mail = (nth: number): string =>
        `From mboxrd@z Thu Jan  1 00:00:00 1970\nMessage-ID: <${nth}@x.example>\nContent-Type: text/plain; charset=no-such\n\nI propose ü.\n\n`;
      writeFileSync(join(folder, 'wrong.mbox'), Array.from({ length: 200_000 }, (_, nth) => mail(nth)).join(''));
      const args = [join(import.meta.dirname, '../../scripts/extract.ts'), '--json', join(folder, 'wrong.mbox')];
      const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 2 ** 30, encoding: 'utf8' });
      expect(stderr.split('\n').filter((line) => line.startsWith('charset-guessed'))).toHaveLength(200_000);
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is refused where one mail of a mailbox does not end', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${HEADER}\n`);
      for (;;) yield Buffer.alloc(100_000, 'a b\n');
    }
    const reading = readMessages(endless(), { name: 'list.mbox', window: 50_000, longest: 1_000_000 }).next();
    await expect(reading).rejects.toThrow(/mail-too-large: a mail does not end within 1 MB \(list.mbox:1\)/);
  });

  it('is refused where it is no mail and has millions of lines', () => {
    expect(() => readArchive(Buffer.alloc(5_000_000, 'a\n\n'), 'lines.txt')).not.toThrow(/too-many/);
    expect(() => readArchive(Buffer.alloc(5_000_000, '\n'), 'lines.txt')).toThrow(/too-many-lines/);
  });

  it.each([
    ['a body', (line: string) => mailWithBody(line)],
    ['a quotation', (line: string) => mailWithBody(`> ${line}`)],
    ['a field', (line: string) => `${HEADER}X: ${line}\n\nbody\n`],
    ['a document without a header', (line: string) => line],
  ])('has one line of 100 MB in %s', (_, make) => {
    const outcome = drive(make('a'.repeat(100_000_000)));
    expect(outcome === null || outcome.messages.length === 1).toBe(true);
  });
});
