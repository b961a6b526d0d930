import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checkout, PLAIN_ENV, PROJECT } from '../hostile/checkout.ts';
import { KIND_NAMES } from './kinds.ts';

const KEPT = '.cache/kept';

describe('what a project keeps', () => {
  let checkout: Checkout;
  beforeEach(() => {
    checkout = new Checkout(['src', 'public/fonts', 'package.json']);
  });
  afterEach(() => {
    checkout.remove();
  });

  /** Runs a few lines with the module of the checkout and gives what they print. */
  function run(code: string, cache: string | undefined = KEPT): string {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { keptOf, sweepKept, forgetKept } = await import('./src/kept/index.ts'); ${code}`,
      ],
      { cwd: checkout.root, env: { ...PLAIN_ENV, PRECEDENT_CACHE: cache }, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    return stdout;
  }

  const WRITE = `for (const kind of ${JSON.stringify(KIND_NAMES)}) for (const key of ['a', 'b']) keptOf(kind).write(key, key);`;
  const READ = `process.stdout.write(['a', 'b'].map((key) => keptOf('positions').read(key) ?? '-').join(''));`;
  const entries = (): string[] =>
    readdirSync(join(checkout.root, KEPT), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );

  it('is there in a later run, and after a run that asked for all it needs, that alone is', () => {
    run(WRITE);
    expect(run(READ)).toBe('ab');
    run(`for (const kind of ${JSON.stringify(KIND_NAMES)}) keptOf(kind).read('a'); sweepKept();`);
    expect(run(READ)).toBe('a-');
    expect(entries()).toHaveLength(KIND_NAMES.length);
  });

  it('is not trusted where the code of its kind changed while it was made', () => {
    run(`${WRITE} (await import('node:fs')).appendFileSync('src/extraction/index.ts', '\\n'); sweepKept();`);
    expect(entries().filter((name) => name.startsWith('positions'))).toEqual([]);
    expect(entries().filter((name) => name.startsWith('diagrams'))).toHaveLength(2);
  });

  it('is forgotten whole, and nothing else in that folder', () => {
    run(WRITE);
    writeFileSync(join(checkout.root, KEPT, 'mine'), '');
    run('forgetKept();');
    expect(readdirSync(join(checkout.root, KEPT))).toEqual(['mine']);
    run('forgetKept();', 'nowhere');
    run('forgetKept();', '');
  });

  it('is nothing where nobody wants it, where a module is gone, or where what is installed cannot be told', () => {
    const none = `process.stdout.write(String(keptOf('records')));`;
    expect(run(none, '')).toBe('null');
    expect(run(none)).toBe('[object Object]');
    rmSync(join(checkout.root, 'node_modules'));
    mkdirSync(join(checkout.root, 'node_modules'));
    for (const name of ['yaml', 'zod'])
      symlinkSync(join(PROJECT, 'node_modules', name), join(checkout.root, 'node_modules', name));
    expect(run(none)).toBe('null');
    expect(existsSync(join(checkout.root, KEPT))).toBe(false);
  });

  it('belongs to the project whose code runs, wherever that is called from', () => {
    appendFileSync(join(checkout.root, 'src/extraction/index.ts'), '\n');
    run(WRITE);
    const here = run(`process.chdir(${JSON.stringify(PROJECT)}); ${READ}`, join(checkout.root, KEPT));
    expect(here).toBe('ab');
  });
});
