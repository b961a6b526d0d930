import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = new URL('..', import.meta.url).pathname;
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
/** Commands that are scripts of ours; `npm test` hands its arguments to Vitest. */
const COMMANDS = Object.keys(scripts).filter(
  (name) => name !== 'test' && scripts[name]?.endsWith(` scripts/${name}.ts`),
);

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

function call(name: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [`scripts/${name}.ts`, ...args], { cwd: ROOT }, (_, out, err) => {
      resolve({ status: child.exitCode ?? -1, out, err });
    });
  });
}

describe('every command', () => {
  it.each(COMMANDS)('%s says how it is called', async (name) => {
    const { status, out, err } = await call(name, '--help');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.split('\n').slice(0, 2)).toEqual([expect.stringMatching(new RegExp(`^npm run ${name}( -- .+)?$`)), '']);
    expect(out).toMatch(/\n {2}--help +prints this text\n/);
    expect(out).toMatch(/\nEnds with 0 when done, 1 when it found problems, 2 when called wrongly\.\n$/);
  });

  // One of those that take operands and one of those that do not: Node says it differently, and all go one way.
  it.each(['cite', 'verify'])('refuses an option it does not have in one line: %s', async (name) => {
    const { status, out, err } = await call(name, '--nonsense');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toBe(`usage: Unknown option '--nonsense' (npm run ${name}). Mend: see npm run ${name} -- --help\n`);
  });
});

describe('the README', () => {
  const text = readFileSync(join(ROOT, 'README.md'), 'utf8');

  it('names every command', () => {
    const forDevelopers = ['lint', 'format', 'sbom'];
    const named = (name: string) => new RegExp(`npm (?:run )?${name}\\b`).test(text);
    expect(Object.keys(scripts).filter((name) => !forDevelopers.includes(name) && !named(name))).toEqual([]);
  });

  it('names every folder of the code, and none that is not there', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const named = [...text.matchAll(/`src\/([a-z0-9]+)\/`/g)].map(([, name]) => name);
    expect(folders.map(({ name }) => name).sort()).toEqual([...new Set(named)].sort());
  });
});
