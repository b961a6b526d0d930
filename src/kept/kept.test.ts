import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepOnly, openKept } from './kept.ts';

const VERSION = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const VALUE = { words: 'Ünïcode \ud800 and a\nline break', list: [1, null, { deep: true }], __proto__: null };

describe('what is kept from one run to the next', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-kept-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const kept = (version = VERSION) => openKept<unknown>(folder, version);
  const entries = (version = VERSION): string[] => readdirSync(join(folder, version)).sort();
  const fileOf = (index: number): string => join(folder, VERSION, entries()[index] ?? '');

  it('comes back as it was, under its own key alone', () => {
    kept().write('one', VALUE);
    expect(kept().read('one')).toEqual({ ...VALUE });
    expect(kept().read('two')).toBeNull();
  });

  it('is not given to other code, and goes when other code keeps something', () => {
    kept().write('one', VALUE);
    expect(kept(OTHER).read('one')).toBeNull();
    expect(entries()).toHaveLength(1);
    kept(OTHER).write('two', VALUE);
    expect(readdirSync(folder)).toEqual([OTHER]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (bytes) => bytes.subarray(0, -1)],
    ['cut within its seal', (bytes) => bytes.subarray(0, 20)],
    ['changed in one letter', (bytes) => Buffer.from(bytes.toString('latin1').replace('words', 'wordz'), 'latin1')],
    ['followed by more', (bytes) => Buffer.concat([bytes, Buffer.from(' ')])],
    ['without a seal', (bytes) => bytes.subarray(64)],
    ['no JSON', () => Buffer.from('no JSON')],
  ])('counts as absent where its file is %s, and is kept again', (_, spoil) => {
    kept().write('one', VALUE);
    writeFileSync(fileOf(0), spoil(readFileSync(fileOf(0))));
    expect(kept().read('one')).toBeNull();
    kept().write('one', VALUE);
    expect(kept().read('one')).not.toBeNull();
  });

  it('counts as absent where a whole entry stands in the place of another, or of other code', () => {
    kept().write('one', VALUE);
    const whole = readFileSync(fileOf(0));
    const [name = ''] = entries();
    kept().write('two', { other: true });
    const place = entries().findIndex((entry) => entry !== name);
    writeFileSync(fileOf(place), whole);
    expect(kept().read('two')).toBeNull();
    kept(OTHER).write('one', { made: 'by other code' });
    writeFileSync(join(folder, OTHER, name), whole);
    expect(kept(OTHER).read('one')).toBeNull();
  });

  it('is simply not kept where the folder cannot be written to, or JSON cannot hold it; no key leads out of the folder', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'a file where the folder should be');
    const nowhere = openKept(file, VERSION);
    nowhere.write('one', VALUE);
    expect(nowhere.read('one')).toBeNull();
    const circle: { self?: unknown } = {};
    circle.self = circle;
    kept().write('circle', circle);
    expect(kept().read('circle')).toBeNull();
    kept().write('../../out', VALUE);
    expect(existsSync(join(folder, '../out.json'))).toBe(false);
    expect(entries().every((name) => /^[0-9a-f]{64}\.json$/.test(name))).toBe(true);
  });

  it('is swept: what was not asked for goes, with what a killed run left half-written', () => {
    kept().write('old', VALUE);
    writeFileSync(join(folder, VERSION, 'x.json.1.part'), 'half');
    const asked = new Set<string>();
    const now = openKept(folder, VERSION, asked);
    now.write('one', VALUE);
    now.read('absent');
    keepOnly(folder, VERSION, asked);
    expect(entries()).toHaveLength(1);
    expect(kept().read('one')).not.toBeNull();
  });

  it('is whole or absent while two processes write and sweep it at once', async () => {
    const code = `
      const { openKept, keepOnly } = await import(${JSON.stringify(join(import.meta.dirname, 'kept.ts'))});
      for (let round = 0; round < 100; round++) {
        const kept = openKept(process.argv[1], '${VERSION}');
        const known = kept.read(String(round % 5));
        if (known !== null && known.text !== 'x'.repeat(100_000)) process.exit(3);
        kept.write(String(round % 5), { text: 'x'.repeat(100_000) });
        if (round % 10 === 9) keepOnly(process.argv[1], '${VERSION}', new Set());
      }`;
    const run = () =>
      new Promise((done) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], { stdio: 'inherit' });
        child.once('close', done);
      });
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
  });
});
