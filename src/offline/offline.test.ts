import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../files/write.ts';
import { openKept } from '../kept/kept.ts';
import { sha256 } from '../model/digest.ts';
import { checkFolder, factsOf } from './check.ts';
import { openEarlier, type Remembered, remembered } from './earlier.ts';
import { ARCHIVE, packSite } from './index.ts';
import { packFolder } from './pack.ts';
import type { PackedFile } from './pack-file.ts';
import { relativeLink, relativePage, relativeStyle } from './relative.ts';
import { pressEntry, readZip, type ZipEntry, zipDirectory, zipPieces } from './zip.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const zipped = (entries: readonly ZipEntry[]): Buffer => Buffer.concat([...zipPieces(entries.map(pressEntry))]);

describe('an archive', () => {
  it('gives back every file as it was', () => {
    const entry = fc.record({ path: fc.stringMatching(/^[a-z0-9./ü-]{1,30}$/), bytes: fc.uint8Array() });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ path }) => path }), (entries) => {
        const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
        const read = readZip(zipped(entries));
        expect(read.map(({ path }) => path)).toEqual(sorted.map(({ path }) => path));
        expect(read.map((each) => [...each.bytes])).toEqual(sorted.map((each) => [...each.bytes]));
      }),
    );
  });

  it('is the same bytes in whatever order its files are given', () => {
    const entries = ['b', 'a', 'c'].map((path) => ({ path, bytes: bytes(path.repeat(100)) }));
    expect(zipped(entries).equals(zipped([...entries].reverse()))).toBe(true);
  });

  it('is the same bytes on every machine and any Node', () => {
    const text = Array.from({ length: 2_000 }, (_, nth) => `line ${(nth * 7919) % 997} of ${nth % 13}\n`).join('');
    expect(sha256(zipped([{ path: 'a.txt', bytes: bytes(text) }]))).toBe(
      '8b9d5bf2bb47ce040501cc7f3fb1c099a05d90d70819be70510d3c369b76f643',
    );
  });

  it('stores as it is what would not become smaller', () => {
    const noise = Uint8Array.from({ length: 999 }, (_, nth) => Number.parseInt(sha256(`${nth}`).slice(0, 2), 16));
    const of = (content: Uint8Array) => {
      const { method, data } = pressEntry({ path: 'a', bytes: content });
      return { method, bytes: data().byteLength };
    };
    expect(of(bytes('words '.repeat(99)))).toEqual({ method: 8, bytes: expect.toSatisfy((size) => size < 60) });
    expect(of(noise)).toEqual({ method: 0, bytes: 999 });
  });

  it('is what another unpacker takes for one, also with more files than 16 bits count', () => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-zip-'));
    try {
      const many = Array.from({ length: 65_600 }, (_, nth) => ({ path: `x/${nth}`, bytes: bytes('x') }));
      writeFileSync(join(folder, 'few.zip'), zipped([{ path: 'Größe/a.txt', bytes: bytes('ä'.repeat(999)) }]));
      writeFileSync(join(folder, 'many.zip'), zipped(many));
      const code = `import zipfile
few, many = zipfile.ZipFile('few.zip'), zipfile.ZipFile('many.zip')
print(few.testzip(), few.namelist(), few.read('Größe/a.txt').decode() == 'ä' * 999, len(many.namelist()))`;
      const said = execFileSync('python3', ['-X', 'utf8', '-c', code], { cwd: folder, encoding: 'utf8' });
      expect(said.trim()).toBe("None ['Größe/a.txt'] True 65600");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 30_000);

  it('that is damaged is not taken for whole', () => {
    const archive = zipped([{ path: 'a', bytes: bytes('some words, some words') }]);
    archive[34] = (archive[34] ?? 0) ^ 1;
    expect(() => readZip(archive)).toThrow();
  });
});

describe('a link in a folder', () => {
  it.each([
    ['/', 'index.html', 'index.html'],
    ['/', 'a/b/index.html', '../../index.html'],
    ['/terms/', 'index.html', 'terms/index.html'],
    ['/terms/?q=a#b', 'sources/x/index.html', '../../terms/index.html?q=a#b'],
    ['/a/#F1', 'a/index.html', 'index.html#F1'],
    ['/a/x.json', 'a/index.html', 'x.json'],
    ['#here', 'a/index.html', '#here'],
    ['other/', 'a/index.html', 'other/index.html'],
    ['?q=x', 'a/index.html', '?q=x'],
    ['https://example.org/', 'a/index.html', 'https://example.org/'],
    ['mailto:list@example.org', 'a/index.html', 'mailto:list@example.org'],
    ['//example.org/x', 'a/index.html', '//example.org/x'],
  ])('%s in %s is %s', (url, file, expected) => {
    expect(relativeLink(url, file, '/')).toBe(expected);
  });

  it('knows the folder in which the site is served', () => {
    expect(relativeLink('/precedent/terms/', 'a/index.html', '/precedent/')).toBe('../terms/index.html');
  });

  it('is changed in tags only, not in what a page says', () => {
    const html =
      '<a title="x > y" href="/a/">href="/a/"</a><form action="/search/"><script src="/s.js"></script><blockquote cite="/c/">' +
      '<meta http-equiv="refresh" content="0; url=/b/"><link rel="preload" href="/f.woff2" as="font">' +
      '<script defer src="/scripts/offline.js"></script><section class="served-only"><p>x</p></section><link rel="icon" href="/i.svg">';
    expect(relativePage(html, 'x/index.html', '/')).toBe(
      '<a title="x > y" href="../a/index.html">href="/a/"</a><form action="../search/index.html"><script src="../s.js"></script>' +
        '<blockquote cite="../c/index.html"><meta http-equiv="refresh" content="0; url=../b/index.html"><link rel="icon" href="../i.svg">',
    );
    expect(relativeStyle('src: url("/f/x.woff2"), url(/y.svg)', '_astro/a.css', '/')).toBe(
      'src: url("../f/x.woff2"), url(../y.svg)',
    );
  });

  it.each(['<a '.repeat(50_000), '<a "'.repeat(50_000), `<link ${'rel="'.repeat(50_000)}`])(
    'is looked for without much ado in what is no page',
    (html) => {
      expect(relativePage(html, 'x.html', '/').length).toBe(html.length);
    },
  );
});

describe('the check of a folder', () => {
  const check = (files: Readonly<Record<string, string>>) =>
    checkFolder(new Map(Object.entries(files).map(([path, content]) => [path, factsOf(path, bytes(content))]))).map(
      ({ what }) => what,
    );

  it('lets pass what works', () => {
    const page = '<p id="a"><a href="#a">x</a><a href="b/index.html?q=1#c">x</a><a href="https://example.org/">x</a>';
    expect(check({ 'index.html': page, 'b/index.html': '<p id="c">fetch(</p><a href="../index.html#a">' })).toEqual([]);
  });

  it.each([
    [{ 'index.html': '<a href="/x/">' }, 'links from the root: /x/'],
    [{ 'index.html': '<form action="/x/">' }, 'links from the root: /x/'],
    [{ 'index.html': '<a href="x.html">' }, 'links to a file that is not there: x.html'],
    [{ 'index.html': '<a href="#x">' }, 'links to a place that is not there: #x'],
    [{ 'a.html': '<p>', 'b.html': '<a href="a.html#x">' }, 'links to a place that is not there: a.html#x'],
    [{ 'a.html': '<script type="module">' }, 'holds a module script, which no browser loads from a folder'],
    [{ 'a.html': '<img src="https://example.org/x.png">' }, 'loads from elsewhere: https://example.org/x.png'],
    [{ 'a.html': '<link rel="stylesheet" href="//example.org/x.css">' }, 'loads from elsewhere: //example.org/x.css'],
    [{ 'x.js': 'a();fetch("x")' }, 'needs a server: fetch('],
    [{ 'x.js': 'let a=1;import("x")' }, 'needs a server: import('],
    [{ 'x.js': 'export { a };' }, 'needs a server: export'],
    [{ 'x.js': 'new Worker("x")' }, 'needs a server: new Worker'],
    [{ 'x.css': 'a{src:url("/x.woff2")}' }, 'loads from the root or from elsewhere: url("/x.woff2"'],
    [{ 'A.txt': '', 'a.txt': '' }, 'is the same file as A.txt where case does not count'],
    [{ 'con.txt': '' }, 'has a name that some system refuses: con.txt'],
    [{ 'a:b.txt': '' }, 'has a name that some system refuses: a:b.txt'],
    [{ 'a./b.txt': '' }, 'has a name that some system refuses: a.'],
    [{ [`${'x'.repeat(200)}.txt`]: '' }, 'has too long a path'],
  ])('refuses %j', (files, what) => {
    expect(check(files)).toContain(what);
  });
});

describe('packing a site', () => {
  const pages = {
    'index.html': '<a href="/offline/">x</a>',
    'offline/index.html': '<p>{{zip-bytes}} {{zip-sha256}}</p>',
  };
  const built = (more: Readonly<Record<string, string>>): string => {
    const dist = mkdtempSync(join(tmpdir(), 'precedent-pack-'));
    for (const [path, text] of Object.entries({ ...pages, ...more })) writeFileAtomic(join(dist, path), text);
    return dist;
  };

  it('gives the same archive twice', async () => {
    const [one, two] = [built({ 'a.txt': 'a' }), built({ 'a.txt': 'a' })];
    const packed = await packSite(one, '/');
    expect(await packSite(two, '/')).toEqual(packed);
    const files = readZip(readFileSync(join(one, ARCHIVE))).map((entry) => [entry.path, Buffer.from(entry.bytes)]);
    expect(files.map(([path]) => path)).toEqual(
      ['SHA256SUMS', 'START-HERE.html', 'a.txt', 'index.html', 'offline/index.html'].map((path) => `precedent/${path}`),
    );
    expect(files[2]?.[1]).toEqual(Buffer.from('a'));
    rmSync(one, { recursive: true });
    rmSync(two, { recursive: true });
  });

  it('gives the same files, with their digests, of however many threads', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_300 }, (_, nth) => [`${nth % 7}/${nth}.txt`, `${nth}`]));
    const dist = built(many);
    // The bytes of each file are there while they are asked for, and no longer.
    const all = (files: readonly PackedFile[]) =>
      files.map((file) => ({ ...file, entry: { ...file.entry, data: Buffer.from(file.entry.data()) } }));
    const packed = await packFolder(dist, '/', all, { threads: 1 });
    expect(await packFolder(dist, '/', all, { threads: 3 })).toEqual(packed);
    expect(readdirSync(dist).filter((name) => name.startsWith('.packed'))).toEqual([]);
    const sums = packed.pop();
    expect([sums?.path, packed.at(-3)?.path, packed.length]).toEqual(['SHA256SUMS', 'START-HERE.html', 1_303]);
    expect(sums?.sha256).toBe(sha256(packed.map(({ path, sha256: digest }) => `${digest}  ${path}\n`).join('')));
    expect(packed[0]?.sha256).toBe(sha256(many['0/0.txt'] ?? ''));
    rmSync(dist, { recursive: true });
  });

  it('takes from the archive of an earlier build what has not changed, and from no other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-earlier-'));
    const archive = join(folder, 'earlier.zip');
    const kept = openKept<Remembered>(join(folder, 'kept'), 'a'.repeat(64));
    const words = 'some words, and some words more. '.repeat(9);
    const [one, two, three, four] = [
      built({ 'a.txt': words }),
      built({ 'a.txt': words, 'b.txt': words }),
      built({ 'a.txt': words }),
      built({ 'a.txt': words }),
    ];
    // It holds one file in a way that we never write it, by which it is known again.
    await packFolder(one, '/', (files) => {
      const odd = files.map((file) => {
        const raw = { method: 0, length: words.length, data: () => bytes(words) } as const;
        return file.path === 'a.txt' ? { ...file, entry: { ...file.entry, ...raw } } : file;
      });
      writeFileSync(archive, Buffer.concat([...zipPieces(odd.map(({ entry }) => entry))]));
      kept.write('/', remembered(sha256(readFileSync(archive)), odd));
    });
    const lengths = (dist: string) => {
      const zip = readFileSync(join(dist, ARCHIVE));
      const read = (offset: number, length: number) => zip.subarray(offset, offset + length);
      return new Map([...zipDirectory(zip.byteLength, read)].map(({ path, length }) => [path, length]));
    };
    await packSite(two, '/', { archive, kept });
    expect(lengths(two).get('precedent/a.txt')).toBe(words.length);
    expect(lengths(two).get('precedent/b.txt')).toBeLessThan(60);
    expect(readZip(readFileSync(join(two, ARCHIVE))).find(({ path }) => path === 'precedent/a.txt')?.bytes).toEqual(
      bytes(words),
    );
    // What is remembered now is the archive in `two`; the one lying there is another.
    const whole = await packSite(three, '/', { archive, kept });
    expect(lengths(three).get('precedent/a.txt')).toBeLessThan(60);
    expect(await packSite(four, '/', { archive: join(three, ARCHIVE), kept })).toEqual(whole);
    expect(openEarlier({ archive: join(folder, 'none.zip'), kept }, '/')).toBeNull();
    expect(openEarlier({ archive: join(three, ARCHIVE), kept }, '/other/')).toBeNull();
    for (const each of [folder, one, two, three, four]) rmSync(each, { recursive: true });
  });

  it('stops at what would not work', async () => {
    const dist = built({ 'bad.html': '<a href="/nowhere/">x</a><a href="/none/">x</a>' });
    await expect(packSite(dist, '/')).rejects.toThrow(/^folder-broken: .*nowhere.*1 more fault/);
    rmSync(dist, { recursive: true });
  });
});
