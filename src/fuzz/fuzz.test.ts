import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFinding, readFixtures } from './fixtures.ts';
import { fuzzTarget, fuzzWhile, together } from './run.ts';
import { must, type Target } from './target.ts';
import { TARGETS } from './targets/index.ts';

/** Runs of each target: bounded by number, so that a slow machine tests as much as a fast one. */
const RUNS = 25;

const broken: Target = {
  name: 'broken',
  takes: 'a promise that does not hold',
  inputs: fc.string(),
  check: (input) => must(!input.includes('a'), 'an a'),
};

describe('fuzzing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-fuzz-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds what breaks a promise, makes it small and keeps it', async () => {
    const { findings, executions } = await fuzzTarget(broken, 1, 1000);
    expect(findings).toEqual([{ target: 'broken', input: 'a', error: 'Error: an a', seed: 1 }]);
    expect(executions).toBeGreaterThan(1);
    for (const finding of findings) keepFinding(finding, folder);
    expect(readFixtures(folder)).toEqual([{ target: 'broken', input: 'a', error: 'Error: an a' }]);
  });

  it('counts what it did, one finding of a kind, until it is told to stop', async () => {
    const reports = [];
    let left = 3;
    for await (const report of fuzzWhile([broken], 1, () => left-- > 0)) reports.push(report);
    expect(reports).toHaveLength(3);
    const [all] = together(reports);
    expect(all?.findings).toHaveLength(1);
    expect(all?.executions).toBe(reports.reduce((sum, { executions }) => sum + executions, 0));
  });
});

describe('whatever is written', { timeout: 120_000 }, () => {
  it.each(TARGETS)('$name keeps its promises', async (target) => {
    const { findings } = await fuzzTarget(target, 1, RUNS);
    expect(findings).toEqual([]);
  });

  it.each(readFixtures().map((fixture, index) => ({ ...fixture, index })))(
    'what once broke $target does not again ($index)',
    async ({ target, input }) => {
      const found = TARGETS.find(({ name }) => name === target);
      expect(found).toBeDefined();
      await found?.check(input);
    },
  );
});
