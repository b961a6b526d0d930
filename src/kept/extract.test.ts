import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checkout, PLAIN_ENV } from '../hostile/checkout.ts';
import { sha256 } from '../model/digest.ts';
import type { Kind } from './kinds.ts';

const KEPT = '.cache/kept';
const SOURCE = 'content/sources/2014-ksummit-raw-devices';
const RECORD = 'content/decisions/PREC-QGG0P-raw-devices-and-o-direct.mdx';

// Each call is a process that reads the whole project.
describe('npm run extract with what earlier runs have kept', { timeout: 120_000 }, () => {
  let checkout: Checkout;
  beforeEach(() => {
    checkout = new Checkout(['src', 'scripts', 'content', 'public/fonts', 'package.json']);
  });
  afterEach(() => {
    checkout.remove();
  });

  /** Runs the command without writing records and gives all it says. */
  function extract(cache = KEPT): string {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [checkout.script('extract'), '--dry-run', '--notes'],
      { cwd: checkout.root, env: { ...PLAIN_ENV, PRECEDENT_CACHE: cache }, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return stdout;
  }

  /** The entries of a kind, with the version of the code that made them. */
  function entries(kind: Kind): Set<string> {
    const folder = join(checkout.root, KEPT, kind);
    return new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')));
  }

  /** How many entries of each kind a run has made that were not there before. */
  function made(): Record<'documents' | 'positions' | 'records', number> {
    const kinds = ['documents', 'positions', 'records'] as const;
    const before = kinds.map(entries);
    expect(extract()).toBe(extract(''));
    const counts = kinds.map((kind, index) => [...entries(kind)].filter((name) => !before[index]?.has(name)).length);
    return { documents: counts[0] ?? -1, positions: counts[1] ?? -1, records: counts[2] ?? -1 };
  }

  function change(file: string, edit: (text: string) => string): void {
    const path = join(checkout.root, file);
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  }

  const sources = (): number => readdirSync(join(checkout.root, 'content/sources')).length;

  it('says the same as without, and does nothing again', () => {
    const whole = extract('');
    expect(extract()).toBe(whole);
    expect(entries('documents').size).toBe(sources());
    expect(entries('positions').size).toBe(sources());
    expect(entries('records').size).toBe(readdirSync(join(checkout.root, 'content/decisions')).length);
    expect(made()).toEqual({ documents: 0, positions: 0, records: 0 });
  });

  it('looks again at the source that has changed, and at no other', () => {
    extract();
    change(`${SOURCE}/message.txt`, (text) => `${text}\nI think we should drop O_DIRECT, because it is broken.\n`);
    const digest = sha256(readFileSync(join(checkout.root, SOURCE, 'message.txt')));
    change(`${SOURCE}/source.yaml`, (text) => text.replace(/^sha256: .*$/m, `sha256: ${digest}`));
    expect(made()).toMatchObject({ documents: 1, positions: 1 });
  });

  it('looks again at the source whose speakers an editor has settled', () => {
    extract();
    const annotation = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, speaker: null, reason: 'A test.' };
    change(`${SOURCE}/source.yaml`, (text) => `${text}\nspeakers: [${JSON.stringify(annotation)}]\n`);
    expect(made()).toMatchObject({ documents: 1, positions: 1 });
  });

  it('parses the record that has changed, and no other', () => {
    extract();
    change(RECORD, (text) => text.replace(/^title: .*$/m, 'title: Another title'));
    expect(made()).toEqual({ documents: 0, positions: 0, records: 1 });
  });

  it('lets the rules look everywhere again where the vocabulary has changed, and nowhere where the people have', () => {
    extract();
    change('content/people.yaml', (text) => `${text}- id: new-one\n  name: New One\n`);
    expect(made()).toEqual({ documents: 0, positions: 0, records: 0 });
    change(
      'content/terms.yaml',
      (text) => `${text}- id: new-thing\n  prefLabel: new thing\n  definition: Not seen yet.\n`,
    );
    expect(made()).toMatchObject({ documents: 0, positions: sources() });
  });

  it('finds what one changed byte of a rule or of the weights makes it find', () => {
    const before = extract();
    change('src/extraction/index.ts', (text) => text.replace('const PRICE = 0.4;', 'const PRICE = 0.9;'));
    const counts = made();
    expect(counts).toMatchObject({ documents: 0, positions: sources() });
    expect(extract()).not.toBe(before);
    change('src/extraction/weights.json', (text) => text.replace(/"positions": \d+/, '"positions": 1'));
    expect(made()).toMatchObject({ documents: 0, positions: sources() });
    change('src/attribution/names.ts', (text) => `${text}\n`);
    // The digest of a document is made beside the code that attributes it: the rules look again as well.
    expect(made()).toMatchObject({ documents: sources(), positions: sources() });
  });

  it('makes an entry again that was torn or tampered with', () => {
    const whole = extract();
    const folder = join(checkout.root, KEPT, 'positions');
    const files = [...entries('positions')].map((name) => join(folder, name));
    const intact = files.map((file) => readFileSync(file));
    for (const [index, file] of files.entries()) {
      const bytes = readFileSync(file);
      writeFileSync(
        file,
        index % 2 === 0 ? bytes.subarray(0, 500) : bytes.toString('utf8').replaceAll('opposes', 'supports'),
      );
    }
    expect(extract()).toBe(whole);
    expect(files.map((file) => readFileSync(file))).toEqual(intact);
  });

  it('works where nothing can be kept', () => {
    writeFileSync(join(checkout.root, 'file'), '');
    expect(extract('file/kept')).toBe(extract(''));
  });
});
