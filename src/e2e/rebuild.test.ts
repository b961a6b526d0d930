import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeProject } from '../bench/corpus/project.ts';
import { sha256 } from '../model/digest.ts';

const PROJECT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'precedent-rebuild-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a project with a cache of pictures and gives the digest of every file of its site. */
function build(root: string, cache: string): ReadonlyMap<string, string> {
  const workshop = join(folder, 'workshop');
  const { status, stderr } = spawnSync(process.execPath, ['src/bench/jobs/site.ts', root, workshop], {
    cwd: PROJECT,
    // The test runner's own variables would make Astro think that it develops.
    env: { PATH: process.env.PATH, PRECEDENT_ROOT: root, PRECEDENT_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const dist = join(workshop, 'dist');
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(dist, name)).isFile(),
  );
  return new Map(names.sort().map((name) => [name, sha256(readFileSync(join(dist, name)))]));
}

it('gives the same site, byte for byte, whether pictures are drawn or taken from an earlier build', () => {
  const root = writeProject(folder, 5);
  const cache = join(folder, 'cache');
  const whole = build(root, cache);
  expect(readdirSync(join(cache, 'diagrams'))).toHaveLength(1);
  const again = build(root, cache);
  expect(whole.size).toBeGreaterThan(100);
  expect([...again].filter(([name, digest]) => whole.get(name) !== digest)).toEqual([]);
  expect([...again.keys()]).toEqual([...whole.keys()]);
}, 300_000);
