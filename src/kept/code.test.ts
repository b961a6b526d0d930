import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { codeDigest, modulesOf } from './code.ts';
import { KIND_NAMES, KINDS } from './kinds.ts';

const PROJECT = join(import.meta.dirname, '../..');
const INSTALLED = 'node_modules/.package-lock.json';
const copy = mkdtempSync(join(tmpdir(), 'precedent-code-'));
afterAll(() => rmSync(copy, { recursive: true }));

cpSync(join(PROJECT, 'src'), join(copy, 'src'), { recursive: true });
for (const file of [INSTALLED, ...KINDS.diagrams.data]) {
  mkdirSync(join(copy, dirname(file)), { recursive: true });
  cpSync(join(PROJECT, file), join(copy, file));
}

describe('the version of the code by which something is kept', () => {
  it.each(KIND_NAMES)('of %s takes in every module that a bundler finds', async (kind) => {
    const { code } = KINDS[kind];
    const { metafile } = await build({
      absWorkingDir: PROJECT,
      entryPoints: [code],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const found = modulesOf(PROJECT, code);
    expect(found.length).toBeGreaterThan(5);
    expect(Object.keys(metafile.inputs).filter((file) => !found.includes(file))).toEqual([]);
  });

  it.each([
    ['documents', 'src/attribution/zones/footers.ts'],
    ['documents', 'src/archive/mail/mbox.ts'],
    ['positions', 'src/extraction/weights.json'],
    ['positions', 'src/extraction/cues/match.ts'],
    ['records', 'src/model/decision.ts'],
    ['diagrams', 'src/diagrams/layout.ts'],
    ['diagrams', KINDS.diagrams.data[0]],
    ['documents', INSTALLED],
  ] as const)('of %s changes with one byte of %s', (kind, file) => {
    const { code, data } = KINDS[kind];
    const before = codeDigest(copy, code, data);
    expect(codeDigest(copy, code, data)).toBe(before);
    const path = join(copy, file);
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('\n')]));
    expect(codeDigest(copy, code, data)).not.toBe(before);
  });

  it('does not change with code that has no part in it, and cannot be told where a module is gone', () => {
    const { code, data } = KINDS.positions;
    const before = codeDigest(copy, code, data);
    appendFileSync(join(copy, 'src/diagrams/layout.ts'), '\n');
    appendFileSync(join(copy, 'src/extraction/index.test.ts'), '\n');
    expect(codeDigest(copy, code, data)).toBe(before);
    rmSync(join(copy, 'src/extraction/stem.ts'));
    expect(() => codeDigest(copy, code, data)).toThrow('stem.ts');
  });
});
