import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checkout, PLAIN_ENV } from '../hostile/checkout.ts';
import { sha256 } from '../model/digest.ts';
import type { Kind } from './kinds.ts';

const KEPT = '.cache/kept';
const SOURCE = 'content/sources/2014-ksummit-raw-devices';
const RECORD = 'content/decisions/PREC-QGG0P-raw-devices-and-o-direct.mdx';

describe('npm run extract with what earlier runs have kept', { timeout: 120_000 }, () => {
  let checkout: Checkout;
  beforeEach(() => {
    checkout = new Checkout(['src', 'scripts', 'content', 'public/fonts', 'package.json']);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    checkout.remove();
  });

  /** Does what the command does in a process of its own, without writing records, and gives all it says. */
  async function extract(cache = join(checkout.root, KEPT)): Promise<string> {
    // What a process remembers hangs on its modules.
    vi.resetModules();
    vi.stubEnv('PRECEDENT_CACHE', cache);
    const { tellUpdate } = await import('../extracting/index.ts');
    const { loadKnowledge } = await import('../records/load.ts');
    const { planUpdateOf } = await import('../records/update.ts');
    return tellUpdate(planUpdateOf(await loadKnowledge(checkout.root)), null, true);
  }

  /** Runs the command itself, with the code of the checkout. */
  async function extractByCheckout(cache = KEPT): Promise<string> {
    const args = [checkout.script('extract'), '--dry-run', '--notes'];
    const env = { ...PLAIN_ENV, PRECEDENT_CACHE: cache };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: checkout.root, env, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return stdout;
  }

  /** The entries of a kind, with the version of the code that made them. */
  function entries(kind: Kind): Set<string> {
    const folder = join(checkout.root, KEPT, kind);
    return new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')));
  }

  /** How many entries of each kind a run has made that were not there before; it says what a run without them says. */
  async function made(run = extract): Promise<Record<'documents' | 'positions' | 'records', number>> {
    const [documents, positions, records] = [entries('documents'), entries('positions'), entries('records')];
    expect(await run()).toBe(await run(''));
    const since = (kind: Kind, before: ReadonlySet<string>) =>
      [...entries(kind)].filter((name) => !before.has(name)).length;
    return {
      documents: since('documents', documents),
      positions: since('positions', positions),
      records: since('records', records),
    };
  }

  function change(file: string, edit: (text: string) => string): void {
    const path = join(checkout.root, file);
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  }

  const sources = (): number => readdirSync(join(checkout.root, 'content/sources')).length;

  it('says the same as without, and does nothing again', async () => {
    const whole = await extract('');
    expect(await extract()).toBe(whole);
    expect(entries('documents').size).toBe(sources());
    expect(entries('positions').size).toBe(sources());
    expect(entries('records').size).toBe(readdirSync(join(checkout.root, 'content/decisions')).length);
    expect(await made()).toEqual({ documents: 0, positions: 0, records: 0 });
  });

  it('looks again at the source that has changed, and at no other', async () => {
    await extract();
    change(`${SOURCE}/message.txt`, (text) => `${text}\nI think we should drop O_DIRECT, because it is broken.\n`);
    const digest = sha256(readFileSync(join(checkout.root, SOURCE, 'message.txt')));
    change(`${SOURCE}/source.yaml`, (text) => text.replace(/^sha256: .*$/m, `sha256: ${digest}`));
    expect(await made()).toMatchObject({ documents: 1, positions: 1 });
  });

  it('looks again at the source whose speakers an editor has settled', async () => {
    await extract();
    const annotation = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, speaker: null, reason: 'A test.' };
    change(`${SOURCE}/source.yaml`, (text) => `${text}\nspeakers: [${JSON.stringify(annotation)}]\n`);
    expect(await made()).toMatchObject({ documents: 1, positions: 1 });
  });

  it('parses the record that has changed, and no other', async () => {
    await extract();
    change(RECORD, (text) => text.replace(/^title: .*$/m, 'title: Another title'));
    expect(await made()).toEqual({ documents: 0, positions: 0, records: 1 });
  });

  it('lets the rules look everywhere again where the vocabulary has changed, and nowhere where the people have', async () => {
    await extract();
    const lists = entries('lists').size;
    change('content/people.yaml', (text) => `${text}- id: new-one\n  name: New One\n`);
    expect(await made()).toEqual({ documents: 0, positions: 0, records: 0 });
    expect(entries('lists').size).toBe(lists + 1);
    change(
      'content/terms.yaml',
      (text) => `${text}- id: new-thing\n  prefLabel: new thing\n  definition: Not seen yet.\n`,
    );
    expect(await made()).toMatchObject({ documents: 0, positions: sources() });
  });

  it('finds what one changed byte of a rule or of the weights makes it find', async () => {
    const before = await extractByCheckout();
    change('src/extraction/index.ts', (text) => text.replace('const PRICE = 0.4;', 'const PRICE = 0.9;'));
    expect(await made(extractByCheckout)).toEqual({ documents: 0, positions: sources(), records: 0 });
    expect(await extractByCheckout()).not.toBe(before);
    change('src/extraction/weights.json', (text) => text.replace(/"positions": \d+/, '"positions": 1'));
    change('src/attribution/names.ts', (text) => `${text}\n`);
    expect(await made(extractByCheckout)).toEqual({ documents: sources(), positions: sources(), records: 0 });
  });

  it('makes an entry again that was torn or tampered with', async () => {
    const whole = await extract();
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
    expect(await extract()).toBe(whole);
    expect(files.map((file) => readFileSync(file))).toEqual(intact);
  });

  it('works where nothing can be kept', async () => {
    writeFileSync(join(checkout.root, 'file'), '');
    expect(await extract(join(checkout.root, 'file/kept'))).toBe(await extract(''));
  });
});
